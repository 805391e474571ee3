import { setTimeout as sleep } from 'node:timers/promises';
import type { LoadOptions, LoadRun } from '../load/load-run.ts';
import type { RunningServer } from '../running-server.ts';
import type { Measuring } from './case.ts';

const LOOK_MS = 100;
const LOOKS = 50;
/** Garbage of the crowd is no memory of the connections: a runtime may come to collect it. */
const LEAST_LOOKS = 30;

type Silence = Pick<LoadOptions, 'mode' | 'channels'>;

/** Connections that come and stay: some that are not counted, then those that are. */
interface Crowd {
  readonly first: number;
  readonly then: number;
}

/** Memory of connections that say nothing: of each that came after the first, and of the whole server. */
export async function measureSilent(
  measuring: Measuring,
  silence: Silence,
  { first, then }: Crowd,
): Promise<{ readonly eachKiB: number; readonly memoryMiB: number }> {
  const { server } = measuring;
  const present = await hold(measuring, silence, first);
  try {
    const before = await settledMemory(server);
    const others = await hold(measuring, silence, then);
    const after = await settledMemory(server);
    await others.end();
    return { eachKiB: (after - before) / then, memoryMiB: after / 1024 };
  } finally {
    await present.end();
  }
}

async function hold(
  { server, load }: Measuring,
  silence: Silence,
  connections: number,
): Promise<LoadRun> {
  const run = await load.start({ ...silence, connections, port: server.port });
  if (run.connections === connections) return run;
  await run.end();
  throw new Error(`only ${run.connections} of ${connections} connected`);
}

/** KiB, once three looks give the same within one percent, or the last look. */
async function settledMemory(server: RunningServer): Promise<number> {
  const seen = [server.memoryKiB()];
  for (let look = 0; look < LOOKS; look++) {
    await sleep(LOOK_MS);
    seen.push(server.memoryKiB());
    if (look < LEAST_LOOKS) continue;
    const last = seen.slice(-3);
    if (last.length === 3 && Math.max(...last) <= Math.min(...last) * 1.01) break;
  }
  return seen.at(-1)!;
}
