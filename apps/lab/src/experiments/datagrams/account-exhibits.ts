import type { DatagramNetwork } from '@praktikum/peers';
import type { Finding, Missing, TableExhibit } from '../../evidence/evidence.ts';
import type { Account, DirectionCounts, Fate } from './account.ts';
import type { ClientRun } from './client-run.ts';
import { filesOf } from './datagram-run.ts';
import { finding, say, whole } from './observed-part.ts';
import { RELAY_LOG } from './relay-log.ts';

const LOG = whole(RELAY_LOG);
const CLIENT = whole(filesOf('relay').data);

/** What the client saw beside what the relay did. */
export function accountFindings(
  { summary }: ClientRun,
  account: Account,
  network: Required<DatagramNetwork>,
): Finding[] {
  const { fates, directions } = account;
  const count = (fate: Fate) => fates[fate].length;
  const lost = count('lost-there') + count('lost-back');
  const there = directions['to-server'];
  const back = directions['to-client'];
  const both = [LOG, CLIENT];
  return [
    finding(({ settings }) => settings(network), [LOG]),
    finding(({ counted }) => counted(summary.sent, summary.answered), [CLIENT]),
    finding(
      ({ lostByLog }) => lostByLog(count('lost-there'), count('lost-back'), count('late')),
      [LOG],
    ),
    account.explained
      ? finding(({ adds }) => adds(summary, lost, count('late')), both)
      : finding(({ addsNot }) => addsNot(fates.unexplained, fates.unanswered), both),
    finding(({ order }) => order(there.heldBack + back.heldBack, summary.reordered), both),
    finding(({ doubled }) => doubled(there.duplicated, back.duplicated, summary.duplicates), both),
  ];
}

/** What the relay did, by its log. */
export function directionTable(
  { directions }: Account,
  network: Required<DatagramNetwork>,
): TableExhibit {
  const columns = ['taken', 'lost', 'duplicated', 'heldBack', 'delivered'] as const;
  const row = (counts: DirectionCounts) => columns.map((column) => String(counts[column]));
  return {
    kind: 'table',
    id: 'relay',
    caption: say(({ relayTable }) => relayTable(network)),
    header: [
      say(({ direction }) => direction),
      ...columns.map((column) => say(({ relayColumns }) => relayColumns[column])),
    ],
    rows: [
      [say(({ toServer }) => toServer), ...row(directions['to-server'])],
      [say(({ toClient }) => toClient), ...row(directions['to-client'])],
    ],
    numeric: columns.map((_, at) => at + 1),
  };
}

/** What became of each datagram of the client. */
export function accountTable({ summary }: ClientRun, { fates }: Account): TableExhibit {
  const rows = [
    'answered',
    'lost-there',
    'lost-back',
    'late',
    'unanswered',
    'unexplained',
  ] as const;
  return {
    kind: 'table',
    id: 'account',
    caption: say(({ accountTable }) => accountTable(summary.sent)),
    header: [say(({ fate }) => fate), say(({ count }) => count), say(({ numbers }) => numbers)],
    rows: rows.map((fate) => [
      say((texts) => texts.fates[fate]),
      String(fates[fate].length),
      // Those that were answered are all the others.
      fate === 'answered' ? '' : fates[fate].map((number) => `#${number}`).join(' '),
    ]),
    numeric: [1],
  };
}

/** A run whose losses the log does not explain is marked. */
export function unexplained({ explained, fates }: Account): Missing[] {
  if (explained) return [];
  return [
    {
      what: say(({ explanation }) => explanation),
      why: say(({ addsNot }) => addsNot(fates.unexplained, fates.unanswered)),
      remedies: [say(({ repeat }) => repeat)],
    },
  ];
}
