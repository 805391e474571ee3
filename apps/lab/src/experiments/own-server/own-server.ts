import { formatEndpoint } from '@praktikum/protocol';
import type { Exhibit, Missing } from '../../evidence/evidence.ts';
import { RUN_TEXTS } from '../../runs/texts.ts';
import { inBoth } from '../../words.ts';
import type { Experiment } from '../experiment.ts';
import { observeConversation } from '../handshake/observe-conversation.ts';
import { measureServer } from '../threads/measured-server.ts';
import { compared } from '../threads/threads.ts';
import { OWN_SERVER_TEXTS } from './texts.ts';

/** How a client may end at a server that is not finished yet: docs/EXIT-CODES.md. */
const CLIENT_ENDS = [0, 9, 10, 12];

const NOT_NAMED: Missing = {
  what: inBoth(OWN_SERVER_TEXTS, ({ what }) => what),
  why: inBoth(OWN_SERVER_TEXTS, ({ notNamed }) => notNamed),
  remedies: [inBoth(OWN_SERVER_TEXTS, ({ remedy }) => remedy)],
};

const NOBODY_SERVED: Missing = {
  what: inBoth(OWN_SERVER_TEXTS, ({ served }) => served),
  why: inBoth(OWN_SERVER_TEXTS, ({ nobodyServed }) => nobodyServed),
  remedies: [inBoth(OWN_SERVER_TEXTS, ({ tryServer }) => tryServer)],
};

/** Experiment 5: experiments 1 and 2 with the student's own server. */
export const OWN_SERVER: Experiment = {
  number: 5,
  folder: '5-mine',
  title: inBoth(OWN_SERVER_TEXTS, ({ title }) => title),
  impossible: ({ target }) => (target === undefined ? NOT_NAMED : undefined),
  serverOf: ({ target }) => target,
  async run(bench, wishes) {
    const target = wishes.target!;
    const conversation = await observeConversation(bench, target, CLIENT_ENDS);
    const mechanism = inBoth(RUN_TEXTS, ({ overTheNetwork }) =>
      overTheNetwork(formatEndpoint(target)),
    );
    const label = inBoth(OWN_SERVER_TEXTS, (texts) => texts.label);
    const measured = await measureServer(bench, 'mine', target, label);
    const waiting = await compared(bench, [measured], mechanism);
    const isNobodyServed = measured.crowds.every(({ succeeded }) => succeeded === 0);
    return {
      mechanism,
      findings: [...conversation.findings, ...waiting.findings],
      exhibits: [...conversation.exhibits, ...waiting.exhibits].map(asMine),
      missing: [
        ...(isNobodyServed ? [NOBODY_SERVED] : []),
        ...conversation.missing,
        ...waiting.missing,
      ],
      hasFailed: isNobodyServed,
    };
  },
};

/** The same pictures stand in experiments 1 and 2. */
function asMine(exhibit: Exhibit): Exhibit {
  const { caption } = exhibit;
  return {
    ...exhibit,
    caption: inBoth(OWN_SERVER_TEXTS, ({ of }, language) => of(caption[language])),
  };
}
