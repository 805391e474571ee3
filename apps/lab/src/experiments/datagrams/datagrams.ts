import { formatEndpoint, type Endpoint } from '@praktikum/protocol';
import { startLabServer } from '../../runs/lab-server.ts';
import type { Workbench } from '../../runs/workbench.ts';
import { RUN_TEXTS } from '../../runs/texts.ts';
import { forEach, inBoth, type Words } from '../../words.ts';
import type { Experiment } from '../experiment.ts';
import { joinMissing } from '../../evidence/join-missing.ts';
import { comparisonTable } from './comparison.ts';
import { observeDatagrams } from './direct-part.ts';
import { observeLoss } from './loss-part.ts';
import { say, type ObservedPart } from './observed-part.ts';
import { observeRelay } from './relay-part.ts';
import { observeStream } from './stream-part.ts';

const SERVER_OUTPUT = 'server.txt';

/** Experiment 3: the same messages by TCP and UDP, and what both do on a network that loses some. */
export const DATAGRAMS: Experiment = {
  number: 3,
  folder: '3-tcp-udp',
  title: say(({ title }) => title),
  serverOf: ({ server }) => server,
  async run(bench, { server }) {
    const compared = await compareProtocols(bench, server);
    bench.progressed(say(({ losing }) => losing)[bench.language]);
    const loss = await observeLoss(bench);
    return {
      mechanism: mechanismOf(server, compared.relayed, loss.elsewhere),
      findings: [...compared.findings, ...loss.findings],
      exhibits: [...compared.exhibits, ...loss.exhibits],
      missing: joinMissing([...compared.missing, ...loss.missing]),
    };
  },
};

/** How the messages travelled, and what lost datagrams and the segments of TCP. */
function mechanismOf(server: Endpoint | undefined, relayed: boolean, elsewhere: boolean): Words {
  const travelled = inBoth(RUN_TEXTS, ({ onThisMachine, overTheNetwork }) =>
    server === undefined ? onThisMachine : overTheNetwork(formatEndpoint(server)),
  );
  const lost = say(({ lossByRelay, lossElsewhere, lossInNamespace }) =>
    [...(relayed ? [lossByRelay] : []), elsewhere ? lossElsewhere : lossInNamespace].join(' '),
  );
  return forEach((language) => `${travelled[language]} ${lost[language]}`);
}

/** Whether datagrams went through the relay is part of it. */
type ComparedProtocols = ObservedPart & { readonly relayed: boolean };

/** With the server that was named, or one of our own. */
async function compareProtocols(
  bench: Workbench,
  named: Endpoint | undefined,
): Promise<ComparedProtocols> {
  if (named !== undefined) return observeBoth(bench, named);
  const own = await startLabServer(bench, 'simple-server', SERVER_OUTPUT, ['--udp']);
  const observed = await observeBoth(bench, own.endpoint);
  await own.stop();
  return observed;
}

async function observeBoth(bench: Workbench, server: Endpoint): Promise<ComparedProtocols> {
  const step = (text: Words) => bench.progressed(text[bench.language]);
  step(say(({ streaming }) => streaming));
  const tcp = await observeStream(bench, server);
  step(say(({ sending }) => sending));
  const udp = await observeDatagrams(bench, server);
  step(say(({ relaying }) => relaying));
  // Where nobody answers by UDP, nobody does so through a relay.
  const relay = udp.compared && (await observeRelay(bench, server));
  const parts = [tcp.part, udp.part, ...(relay === undefined ? [] : [relay.part])];
  const runs = { tcp: tcp.compared, udp: udp.compared, relay: relay?.compared };
  return {
    findings: parts.flatMap(({ findings }) => findings),
    exhibits: [...parts.flatMap(({ exhibits }) => exhibits), comparisonTable(runs)],
    missing: parts.flatMap(({ missing }) => missing),
    relayed: relay !== undefined,
  };
}
