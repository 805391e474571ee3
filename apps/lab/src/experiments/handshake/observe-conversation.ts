import type { Endpoint } from '@praktikum/protocol';
import type { ExplainedConnection, ExplainedSegment } from '../../analysis/explained-capture.ts';
import { observeTraffic } from '../../analysis/observe-traffic.ts';
import type { Exhibit, Finding, Missing, TableExhibit } from '../../evidence/evidence.ts';
import type { RunOptions } from '../../runs/run-options.ts';
import type { Workbench } from '../../runs/workbench.ts';
import { inBoth, type Words } from '../../words.ts';
import { connectionFindings } from './connection-findings.ts';
import { CONVERSATION_TEXTS } from './texts.ts';

const CAPTURE = 'capture.pcapng';
const CLIENT_OUTPUT = 'client.txt';

/**
 * Rows of the table of a capture; the rest is counted.
 * @unit rows
 * @against a report that is a list of frames
 * @provenBy ./observe-conversation.spec.ts: lists the first frames of a long conversation and counts the rest
 */
export const MOST_FRAMES = 40;

/** What was seen of one client that says one thing. */
interface Conversation {
  readonly findings: readonly Finding[];
  readonly exhibits: readonly Exhibit[];
  readonly missing: readonly Missing[];
}

/** One client talks to a server, and its traffic is recorded. */
export async function observeConversation(
  bench: Workbench,
  { host, port }: Endpoint,
  accepts: RunOptions['accepts'] = [0],
): Promise<Conversation> {
  const args = [host, String(port)];
  const traffic = { server: { host, port }, file: CAPTURE, protocol: 'TCP' } as const;
  const { result, captured, missing } = await observeTraffic(bench, traffic, () =>
    bench.run('client', args, { output: CLIENT_OUTPUT, accepts }),
  );
  const terminal: Exhibit = {
    kind: 'terminal',
    id: 'client',
    caption: inBoth(CONVERSATION_TEXTS, ({ client }) => client),
    command: result.command,
    output: CLIENT_OUTPUT,
  };
  if (captured === undefined) return { findings: [], exhibits: [terminal], missing };
  const { explained, ladder } = captured;
  return {
    findings: connectionFindings(explained, CAPTURE),
    exhibits: [terminal, framesTable(explained), ladderPicture(explained, ladder)],
    missing,
  };
}

function ladderPicture({ client, server }: ExplainedConnection, svg: Words): Exhibit {
  return {
    kind: 'picture',
    id: 'ladder',
    caption: inBoth(CONVERSATION_TEXTS, ({ ladder }) => ladder(client, server)),
    alt: inBoth(CONVERSATION_TEXTS, ({ ladderAlt }) => ladderAlt),
    svg,
  };
}

/** The frames of one connection as a table. */
export function framesTable({ segments, client, server }: ExplainedConnection): TableExhibit {
  const words = (say: (texts: (typeof CONVERSATION_TEXTS)['id']) => string) =>
    inBoth(CONVERSATION_TEXTS, say);
  const more = segments.length - MOST_FRAMES;
  return {
    kind: 'table',
    id: 'frames',
    caption: words(({ frames }) => frames(client, server, Math.max(more, 0))),
    header: [
      words(({ columns }) => columns.frame),
      words(({ columns }) => columns.seconds),
      words(({ columns }) => columns.from),
      words(({ columns }) => columns.flags),
      words(({ columns }) => columns.sequence),
      words(({ columns }) => columns.acknowledgement),
      words(({ columns }) => columns.length),
      words(({ columns }) => columns.text),
    ],
    rows: segments.slice(0, MOST_FRAMES).map(frameRow),
    numeric: [0, 1, 4, 5, 6],
  };
}

function frameRow(segment: ExplainedSegment): (string | Words)[] {
  const { frame, at, from, flags, sequence, acknowledgement, length, text } = segment;
  const acknowledges = flags.includes('ACK') ? String(acknowledgement) : '';
  return [
    String(frame),
    inBoth(CONVERSATION_TEXTS, ({ numbers }) => numbers.decimals(at, 6)),
    from,
    flags.join(', '),
    String(sequence),
    acknowledges,
    String(length),
    text,
  ];
}
