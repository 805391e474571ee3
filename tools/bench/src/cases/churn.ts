import type { Case } from './case.ts';
import { measureLoad } from './measure-load.ts';
import { SHORT_CONNECTION } from './short.ts';

const CONNECTIONS = 1_000_000;
/** Longer than any server of the bench needs. */
const NO_END_SECONDS = 3600;

/** Whether memory stays level however many connections have come and gone. */
export const churn: Case = {
  name: 'churn',
  what: `memory after ${CONNECTIONS.toLocaleString('en')} short connections, beside that after the first tenth of them`,
  need: { mode: 'reply', tls: false },
  main: 'growth',
  once: true,
  peers: ['threaded-server', 'threaded-server-reuseport', 'node'],
  async measure(measuring) {
    const load = { ...SHORT_CONNECTION, operations: CONNECTIONS / 10, seconds: NO_END_SECONDS };
    await measureLoad(measuring, load);
    const early = measuring.server.memoryKiB();
    // The highest of nine readings: one may by chance follow a collection.
    let late = 0;
    let figures = {};
    for (let part = 1; part < 10; part++) {
      ({ figures } = await measureLoad(measuring, load));
      late = Math.max(late, measuring.server.memoryKiB());
    }
    return { ...figures, growth: late / early };
  },
};
