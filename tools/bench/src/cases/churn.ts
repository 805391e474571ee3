import type { Case } from './case.ts';
import { measureLoad } from './measure-load.ts';
import { SHORT_CONNECTION } from './short.ts';

/** Longer than any server of the bench needs. */
const NO_END_SECONDS = 3600;

/** Whether memory stays level however many connections have come and gone. */
export const churn: Case = {
  name: 'churn',
  what: 'memory after short connections without end, beside that after the first tenth of them',
  need: { mode: 'reply', tls: false },
  main: 'growth',
  once: true,
  peers: ['threaded-server', 'threaded-server-reuseport', 'node'],
  async measure(measuring) {
    const tenth = Math.ceil(measuring.churn / 10);
    const some = (operations: number) =>
      measureLoad(measuring, { ...SHORT_CONNECTION, operations, seconds: NO_END_SECONDS });
    await some(tenth);
    const early = measuring.server.memoryKiB();
    // The highest of nine readings: one may by chance follow a collection.
    let late = 0;
    let figures = {};
    for (let part = 1; part < 10; part++) {
      ({ figures } = await some(tenth));
      late = Math.max(late, measuring.server.memoryKiB());
    }
    return { ...figures, growth: late / early };
  },
};
