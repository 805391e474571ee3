import type { Case } from './case.ts';
import { measureSilent } from './measure-silent.ts';

/** What a server needs once, whoever comes, is not to be laid to the connections that are counted. */
const FIRST_CONNECTIONS = 1000;
const CONNECTIONS = 4000;

/** Memory of connections that say nothing. */
export const idle: Case = {
  name: 'idle',
  what: `memory a connection, of ${CONNECTIONS} that say nothing and come after ${FIRST_CONNECTIONS} others`,
  need: { mode: 'reply', tls: false },
  main: 'connectionKiB',
  async measure(measuring) {
    const crowd = { first: FIRST_CONNECTIONS, then: CONNECTIONS };
    const { eachKiB, memoryMiB } = await measureSilent(measuring, { mode: 'hold' }, crowd);
    return { connectionKiB: eachKiB, memoryMiB };
  },
};
