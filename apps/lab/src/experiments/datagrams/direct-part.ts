import type { Endpoint } from '@praktikum/protocol';
import type { Workbench } from '../../runs/workbench.ts';
import type { ComparedRun } from './comparison.ts';
import { comparedDatagrams, filesOf, frameFindings, sendDatagrams } from './datagram-run.ts';
import { finding, ladderPicture, terminal, whole, type ObservedPart } from './observed-part.ts';

const FILES = filesOf('udp');

/**
 * The messages as datagrams, straight to the server.
 * @returns nothing to compare where nobody answers by UDP
 */
export async function observeDatagrams(
  bench: Workbench,
  server: Endpoint,
): Promise<{ part: ObservedPart; compared: ComparedRun | undefined }> {
  const sent = await sendDatagrams(bench, server, 'udp');
  const { run, command, captured, missing } = sent;
  const printed = terminal('udp-client', ({ udpClient }) => udpClient, command, FILES.output);
  if (run === undefined) {
    return { part: { findings: [], exhibits: [printed], missing }, compared: undefined };
  }
  const counted = finding(({ answered }) => answered(run.summary), [whole(FILES.data)]);
  const pictures =
    captured === undefined
      ? []
      : [ladderPicture('udp-ladder', ({ udpLadder }) => udpLadder, captured.ladder)];
  return {
    part: {
      findings: [counted, ...frameFindings(sent)],
      exhibits: [printed, ...pictures],
      missing,
    },
    compared: comparedDatagrams(run, captured),
  };
}
