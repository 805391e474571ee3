import { afterAll, afterEach, beforeAll, describe, expect } from '@jest/globals';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { setTimeout as sleep } from 'node:timers/promises';
import { Random, startServer, type ScriptedClient, type StartedServer } from '@praktikum/peers';
import type { Dialogue } from '../dialogue.ts';
import { TestCertificates } from '../test-certificates.ts';
import { behave, misbehave, type Host } from './guests.ts';
import { makeSchedule, type Step } from './schedule.ts';
import { itOnUnix } from '../on-unix.ts';

/** One way to start a server. */
interface StressedWay {
  readonly name: string;
  readonly args: readonly string[];
  readonly tls: boolean;
  /** Threads that serve. */
  readonly threads: number;
}

export interface StressedServer {
  /** Name of the Nx project, which is built. */
  readonly app: string;
  /** What is said there. */
  readonly dialogue: Dialogue;
  readonly ways: readonly StressedWay[];
  /** Whether SIGHUP starts its workers anew. */
  readonly reloads: boolean;
  /** Whether clients wait for each other. */
  readonly oneByOne: boolean;
}

/** In the gate the short form; `nx run <server>:stress` asks for the long one. */
const IS_LONG = process.env['STRESS_LONG'] === 'true';
/** Fresh starts for each way. */
const STARTS = Number(process.env['STRESS_STARTS'] ?? (IS_LONG ? 20 : 1));
/** Of the first start; printed when a test fails. */
const SEED = Number(process.env['STRESS_SEED'] ?? Date.now() % 1_000_000);

/** What a server does for itself when a crowd has left, it does after a second or two without work. */
const IDLE_MS = 2500;

/** What a thread may have grown by when all have left: a heap is not collected because it could be. */
const GROWTH_BYTES = 80e6;
/** Beside those that serve: the main thread, and what threads have in common. */
const OTHER_THREADS = 3;

/** Each thread opens a file with its first client, and keeps it (libuv: what it closes at EMFILE). */
const FOR_THREADS = 10;

/**
 * Crowds come and go over fresh starts, with reloads and mischief among them. At the end every
 * well-behaved client has had all its answers, no worker has ended, nothing was said on standard error,
 * descriptors and memory are back, and the server ends with 0.
 */
export function describeStress({ app, dialogue, ways, reloads, oneByOne }: StressedServer): void {
  describe('stress', () => {
    let certificates: TestCertificates;
    let server: StartedServer;
    beforeAll(async () => {
      certificates = await TestCertificates.create();
    });
    afterEach(() => server?.stop('SIGKILL'));
    afterAll(() => certificates.remove());

    const starts = Array.from({ length: STARTS }, (_, start) => SEED + start);
    const rounds = ways.flatMap((way) => starts.map((seed) => ({ ...way, seed })));
    itOnUnix.each(rounds)(
      'loses nobody: $name, seed $seed',
      async ({ args, tls, threads, seed }) => {
        const crowds = IS_LONG ? 8 : 4;
        const schedule = makeSchedule(seed, { crowds, threads, reloads, oneByOne });
        try {
          server = await startServer(app, [...args, ...(tls ? secured(certificates) : [])]);
          const options = { ca: await certificates.authorities, servername: 'localhost' };
          const host = { endpoint: server.endpoint, dialogue, ...(tls && { tls: options }) };
          await endure(server, host, schedule, threads, new Random(seed));
        } catch (error) {
          throw new Error(`STRESS_SEED=${seed}, ${args.join(' ')}: ${JSON.stringify(schedule)}`, {
            cause: error,
          });
        }
      },
    );
  });
}

/** A busy machine may take long for a crowd of handshakes: how long one may take is tested elsewhere. */
function secured(certificates: TestCertificates): string[] {
  return ['--handshake-timeout', '2m', ...certificates.serverArguments()];
}

async function endure(
  server: StartedServer,
  host: Host,
  schedule: readonly Step[],
  threads: number,
  random: Random,
): Promise<void> {
  const { program } = server;
  await behave(host, 1, random);
  const before = held(program.pid);
  const guests: Promise<unknown>[] = [];
  const staying: ScriptedClient[] = [];
  let reloads = 0;
  for (const step of schedule) {
    if (step.do === 'crowd') {
      const crowd = Array.from({ length: step.clients }, () => behave(host, step.messages, random));
      guests.push(...crowd);
      await Promise.race(crowd); // the next crowd comes while the last of this one are there
    } else if (step.do === 'mischief') {
      const clients = await Promise.all(step.kinds.map((kind) => misbehave(host, kind)));
      staying.push(...clients.filter((client) => client !== undefined));
    } else {
      program.kill('SIGHUP');
      reloads += 1;
      const isReloaded = () => program.events('reloaded').length >= reloads;
      await program.until(`reload ${reloads}`, isReloaded);
    }
  }
  await Promise.all(guests);
  for (const client of staying) client.close();
  await sleep(IDLE_MS);
  await expectBack(program.pid, before, threads);
  expect(await server.stop()).toMatchObject({ code: 0, stderr: '' });
  expect(program.events('worker-exit')).toEqual([]);
  expect(program.events('housekeeping-failed')).toEqual([]);
}

interface Held {
  readonly descriptors: number;
  readonly bytes: number;
}

/** Descriptors and memory of a process; nothing where the system does not tell. */
function held(pid: number): Held | undefined {
  if (!existsSync(`/proc/${pid}/status`)) return undefined;
  const [, kib] = /^VmRSS:\s+(\d+) kB/m.exec(readFileSync(`/proc/${pid}/status`, 'utf8')) ?? [];
  return { descriptors: readdirSync(`/proc/${pid}/fd`).length, bytes: Number(kib) * 1024 };
}

/** Waits until no more is held than before; the test's own time limit ends this. */
async function expectBack(pid: number, before: Held | undefined, threads: number): Promise<void> {
  if (before === undefined) return;
  const most = before.descriptors + FOR_THREADS;
  while (held(pid)!.descriptors > most) await sleep(50);
  expect(held(pid)!.bytes - before.bytes).toBeLessThan(GROWTH_BYTES * (threads + OTHER_THREADS));
}
