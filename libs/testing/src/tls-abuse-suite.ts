import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import { once } from 'node:events';
import { createServer, type AddressInfo } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';
import { connect as secure, type ConnectionOptions } from 'node:tls';
import { ScriptedClient, startServer, type Program, type StartedServer } from '@praktikum/peers';
import { ask, manyQuestions, type Dialogue } from './dialogue.ts';
import { resetBehind } from './reset-behind.ts';
import { TestCertificates } from './test-certificates.ts';
import { itOnUnix } from './on-unix.ts';

/** A server program over TLS. */
export interface TlsServerUnderAbuse {
  /** Name of the Nx project, which is built, or a file. */
  readonly program: Program;
  /** What is said there. */
  readonly dialogue: Dialogue;
  readonly args: readonly string[];
  /** How many clients it serves at the same time: so many fill it. */
  readonly places: number;
  /** Whether it has workers that SIGHUP starts anew; then it needs `--metrics`. */
  readonly reloads: boolean;
}

/** What a hostile client does, and in which state it then stays: none of them closes anything. */
interface Phase {
  readonly name: string;
  /** @param hello a true first message of a client */
  attack(connect: Connect, hello: Buffer, dialogue: Dialogue): Promise<unknown>;
  /** Whether the server, told to stop, has to wait for it up to its deadline. */
  readonly unread?: true;
}

interface Connect {
  plain(): Promise<ScriptedClient>;
  secured(version: 'TLSv1.2' | 'TLSv1.3'): Promise<ScriptedClient>;
  /** Sends these and a reset, all at once. */
  hasty(questions: Buffer): Promise<void>;
}

/** A crowd of one that comes again at once would take the core that the server needs. */
const AGAIN_AFTER_MS = 50;

const record = (type: number, length: number, bytes: number) =>
  Buffer.concat([Buffer.from([type, 3, 3, length >> 8, length & 0xff]), Buffer.alloc(bytes, 0x41)]);

const [HANDSHAKE, DATA] = [0x16, 0x17];
const GARBAGE: readonly (readonly [string, Buffer])[] = [
  ['a bad record', record(DATA, 40, 40)],
  ['an oversize record', record(DATA, 0xffff, 300)],
  ['plain text', Buffer.from('GET / HTTP/1.0\r\n\r\n')],
];

const PHASES: readonly Phase[] = [
  { name: 'silence before the first byte', attack: ({ plain }) => plain() },
  { name: 'plain text', attack: ({ plain }) => saying(plain, Buffer.from('halo\n')) },
  { name: 'half a hello', attack: ({ plain }, hello) => saying(plain, hello.subarray(0, 40)) },
  {
    name: 'garbage for a hello',
    attack: ({ plain }) => saying(plain, record(HANDSHAKE, 500, 500)),
  },
  {
    name: 'an oversize hello',
    attack: ({ plain }) => saying(plain, record(HANDSHAKE, 0xffff, 70_000)),
  },
  ...GARBAGE.map(([what, bytes]) => ({
    name: `${what} behind a hello`,
    attack: ({ plain }: Connect, hello: Buffer) => saying(plain, Buffer.concat([hello, bytes])),
  })),
  ...(['TLSv1.2', 'TLSv1.3'] as const).flatMap((version) =>
    GARBAGE.map(([what, bytes]) => ({
      name: `${what} after a handshake of ${version}`,
      attack: async ({ secured }: Connect, _hello: Buffer, dialogue: Dialogue) => {
        const client = await ask(await secured(version), dialogue);
        client.sendBelowTls(bytes);
        return client;
      },
    })),
  ),
  {
    name: 'a reset behind many questions',
    attack: ({ hasty }, _hello, dialogue) => hasty(manyQuestions(dialogue, 200_000)),
  },
  {
    name: 'answers that nobody reads, and garbage behind them',
    unread: true,
    attack: async ({ secured }, _hello, dialogue) => {
      const client = await secured('TLSv1.3');
      await client.flood(manyQuestions(dialogue, 32 * 1024 * 1024));
      client.sendBelowTls(record(DATA, 40, 40));
      return client;
    },
  },
];

/**
 * What a server over TLS has to stand in each phase of a connection: whatever is wrong with it, its
 * place is free soon, and it keeps neither a stop nor a worker that a reload has replaced.
 */
export function describeTlsAbuse(underAbuse: TlsServerUnderAbuse): void {
  const { program, dialogue, args, places, reloads } = underAbuse;
  describe('abuse of TLS', () => {
    let certificates: TestCertificates;
    let options: ConnectionOptions;
    let hello: Buffer;
    let server: StartedServer;
    const clients: ScriptedClient[] = [];

    beforeAll(async () => {
      certificates = await TestCertificates.create();
      options = { ca: await certificates.authorities, servername: 'localhost' };
      hello = await firstMessage(options);
    });
    afterEach(async () => {
      for (const client of clients.splice(0)) client.close();
      await server?.stop('SIGKILL');
    });
    afterAll(() => certificates.remove());

    const remember = async (connecting: Promise<ScriptedClient>) => {
      const client = await connecting;
      clients.push(client);
      return client;
    };
    const connect: Connect = {
      hasty: (questions) => resetBehind(questions, server.endpoint, options),
      plain: () => remember(ScriptedClient.connect(server.endpoint)),
      secured: (version) => {
        const versions = { minVersion: version, maxVersion: version };
        return remember(
          ScriptedClient.connect(server.endpoint, { tls: { ...options, ...versions } }),
        );
      },
    };
    const start = async (...more: string[]) => {
      const limits = ['--idle-timeout', '2s', '--handshake-timeout', '1s'];
      const secured = certificates.serverArguments();
      server = await startServer(program, [
        ...limits,
        '--shutdown-timeout',
        '1m',
        ...secured,
        ...args,
        ...more,
      ]);
    };
    /** Comes again for as long as there is no place, as people do. */
    const expectOneIsServed = async () => {
      for (;;) {
        const client = await ScriptedClient.connect(server.endpoint, { tls: options }).catch(
          () => undefined,
        );
        if (client === undefined) {
          await sleep(AGAIN_AFTER_MS);
          continue;
        }
        clients.push(client);
        return void (await ask(client, dialogue, 'halo'));
      }
    };

    it.each(PHASES)('frees the place of a client after $name', async (phase) => {
      // Of a server that serves one at a time the others wait; of this one they are refused.
      const full = places === 1 ? [] : ['--max-connections', String(places), '--max-queue', '0'];
      await start(...full);
      for (let count = 0; count < places; count++) await phase.attack(connect, hello, dialogue);
      await expectOneIsServed();
    });

    itOnUnix('ends with 0 after all of them', async () => {
      await start();
      for (const phase of PHASES) if (!phase.unread) await phase.attack(connect, hello, dialogue);
      expect(await server.stop()).toMatchObject({ code: 0, stderr: '' });
    });

    const withReload = reloads ? it : it.skip;
    withReload('keeps no worker after all of them', async () => {
      await start();
      const { port } = await server.program.event('metrics');
      const retired = async () => {
        const text = await (await fetch(`http://127.0.0.1:${port}/metrics`)).text();
        return /^socket_pool_workers_retired (\d+)$/m.exec(text)?.[1];
      };
      for (const phase of PHASES) await phase.attack(connect, hello, dialogue);
      server.program.kill('SIGHUP');
      await server.program.event('reloaded');
      while ((await retired()) !== '0') await sleep(20);
      await expectOneIsServed();
      expect(server.program.events('worker-exit')).toEqual([]);
    });
  });
}

async function saying(connect: Connect['plain'], bytes: Buffer): Promise<ScriptedClient> {
  const client = await connect();
  await client.send(bytes);
  return client;
}

/** What a client says first, which only a server that speaks TLS can go on from. */
async function firstMessage(options: ConnectionOptions): Promise<Buffer> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  const client = secure({ ...options, host: '127.0.0.1', port }).on('error', () => undefined);
  const [socket] = (await once(server, 'connection')) as [ScriptedClient['socket']];
  const [bytes] = (await once(socket, 'data')) as [Buffer];
  client.destroy();
  server.close();
  return bytes;
}
