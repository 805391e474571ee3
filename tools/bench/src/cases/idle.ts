import { setTimeout as sleep } from 'node:timers/promises';
import type { RunningServer } from '../running-server.ts';
import type { LoadRun } from '../load/load-run.ts';
import type { Case, Measuring } from './case.ts';

/** What a server needs once, whoever comes, is not to be laid to the connections that are counted. */
const FIRST_CONNECTIONS = 1000;
const CONNECTIONS = 4000;
const LOOK_MS = 100;
const LOOKS = 50;
/** Garbage of the crowd is no memory of the connections: a runtime may come to collect it. */
const LEAST_LOOKS = 30;

/** Memory of connections that say nothing. */
export const idle: Case = {
  name: 'idle',
  what: `memory a connection, of ${CONNECTIONS} that say nothing and come after ${FIRST_CONNECTIONS} others`,
  need: { mode: 'reply', tls: false },
  main: 'connectionKiB',
  async measure(measuring) {
    const { server } = measuring;
    const first = await hold(measuring, FIRST_CONNECTIONS);
    try {
      const before = await settledMemory(server);
      const others = await hold(measuring, CONNECTIONS);
      const after = await settledMemory(server);
      await others.end();
      return { connectionKiB: (after - before) / CONNECTIONS, memoryMiB: after / 1024 };
    } finally {
      await first.end();
    }
  },
};

async function hold({ server, load }: Measuring, connections: number): Promise<LoadRun> {
  const run = await load.start({ mode: 'hold', connections, port: server.port });
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
