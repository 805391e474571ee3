import { formatEndpoint } from '@praktikum/protocol';
import type { Exhibit } from '../../evidence/evidence.ts';
import { startLabServer } from '../../runs/lab-server.ts';
import { RUN_TEXTS } from '../../runs/texts.ts';
import { inBoth } from '../../words.ts';
import type { Experiment } from '../experiment.ts';
import { observeConversation } from './observe-conversation.ts';
import { CONVERSATION_TEXTS } from './texts.ts';

const SERVER_OUTPUT = 'server.txt';

/** Experiment 1: one client with the simple server, from its first SYN to its last ACK. */
export const HANDSHAKE: Experiment = {
  number: 1,
  folder: '1-handshake',
  title: inBoth(CONVERSATION_TEXTS, ({ title }) => title),
  serverOf: ({ server }) => server,
  async run(bench, { server }) {
    if (server !== undefined) {
      const mechanism = inBoth(RUN_TEXTS, ({ overTheNetwork }) =>
        overTheNetwork(formatEndpoint(server)),
      );
      return { mechanism, ...(await observeConversation(bench, server)) };
    }
    const own = await startLabServer(bench, 'simple-server', SERVER_OUTPUT);
    const conversation = await observeConversation(bench, own.endpoint);
    await own.stop();
    const terminal: Exhibit = {
      kind: 'terminal',
      id: 'server',
      caption: inBoth(CONVERSATION_TEXTS, (texts) => texts.server),
      command: own.command,
      output: SERVER_OUTPUT,
    };
    return {
      mechanism: inBoth(RUN_TEXTS, ({ onThisMachine }) => onThisMachine),
      ...conversation,
      exhibits: [terminal, ...conversation.exhibits],
    };
  },
};
