import { lookup } from 'node:dns/promises';
import { DatagramRelay, type DatagramNetwork } from '@praktikum/peers';
import type { Endpoint } from '@praktikum/protocol';
import type { Workbench } from '../../runs/workbench.ts';
import { accountFor } from './account.ts';
import { accountFindings, accountTable, directionTable, unexplained } from './account-exhibits.ts';
import type { ComparedRun } from './comparison.ts';
import { comparedDatagrams, filesOf, sendDatagrams } from './datagram-run.ts';
import { ladderPicture, terminal, type ObservedPart } from './observed-part.ts';
import { RELAY_LOG, RelayLog } from './relay-log.ts';

/** The network of the experiment: the same seed, so that it can be repeated. */
export const NETWORK = {
  ...{ loss: 0.1, delayMs: 50, jitterMs: 20, reorder: 0.05, duplicate: 0.02 },
  seed: 1,
} as const satisfies DatagramNetwork;

const FILES = filesOf('relay');

/** The messages as datagrams through a relay of this program, whose log is held against what the client saw. */
export async function observeRelay(
  bench: Workbench,
  { host, port }: Endpoint,
): Promise<{ part: ObservedPart; compared: ComparedRun | undefined }> {
  const { address } = await lookup(host);
  const log = new RelayLog(NETWORK);
  const { decided, delivered } = log;
  const to = { host: address, port };
  const relay = await DatagramRelay.listen(to, { ...NETWORK, decided, delivered });
  const sent = await sendDatagrams(bench, relay.endpoint, 'relay').finally(() => relay.close());
  await bench.write(RELAY_LOG, log.toString());
  const { run, command, captured, missing } = sent;
  const printed = terminal('relay-client', ({ relayClient }) => relayClient, command, FILES.output);
  if (run === undefined) {
    return { part: { findings: [], exhibits: [printed], missing }, compared: undefined };
  }
  const account = accountFor(run, log.events);
  const pictures =
    captured === undefined
      ? []
      : [ladderPicture('relay-ladder', ({ relayLadder }) => relayLadder, captured.ladder)];
  return {
    part: {
      findings: accountFindings(run, account, NETWORK),
      exhibits: [
        printed,
        directionTable(account, NETWORK),
        accountTable(run, account),
        ...pictures,
      ],
      missing: [...missing, ...unexplained(account)],
    },
    compared: comparedDatagrams(run, captured),
  };
}
