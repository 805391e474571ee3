import type { ExplainedCapture, ExplainedSegment } from '../../analysis/explained-capture.ts';
import type { Citation, Exhibit, Finding, TableExhibit } from '../../evidence/evidence.ts';
import type { LossFacts, lossFiles } from '../../namespace/loss-facts.ts';
import type { Words } from '../../words.ts';
import { citation, finding, say, whole } from './observed-part.ts';
import type { DatagramTexts } from './texts.ts';

/** A transfer during which segments were dropped. */
interface ObservedLoss {
  readonly facts: LossFacts;
  readonly capture: ExplainedCapture;
  readonly ladder: Words;
  readonly files: ReturnType<typeof lossFiles>;
  /** It is the recording that ships with the product. */
  readonly elsewhere: boolean;
}

/**
 * Rows of the table of what was sent again; the rest is counted.
 * @unit rows
 * @against a report that is a list of frames
 * @provenBy ./loss-exhibits.spec.ts: lists the first retransmissions and counts the rest
 */
export const MOST_RETRANSMISSIONS = 40;

const AGAIN = ['retransmission', 'fast_retransmission', 'spurious_retransmission'];

/** The segments that were sent again, by the analyzer. */
export function retransmissionsIn({ explained }: ExplainedCapture): ExplainedSegment[] {
  if (explained?.protocol !== 'TCP') return [];
  return explained.segments.filter(({ labels }) => labels.some((label) => AGAIN.includes(label)));
}

type Text = (texts: DatagramTexts) => string;

/** A finding of a recording says first that it is one. */
function found(elsewhere: boolean, text: Text, cites: readonly Citation[]): Finding {
  return finding((texts) => (elsewhere ? texts.elsewhere(text(texts)) : text(texts)), cites);
}

/** What the programs and the counters say, without a capture. */
export function transferFindings(loss: Omit<ObservedLoss, 'capture' | 'ladder'>): Finding[] {
  const { facts, files, elsewhere } = loss;
  const counted = elsewhere ? files.facts : files.counters;
  const transferred = elsewhere ? [files.facts] : [files.messages, files.reply];
  return [
    found(elsewhere, ({ dropped }) => dropped(facts.dropped), [whole(counted)]),
    found(
      elsewhere,
      ({ came }) => came(facts),
      transferred.map((file) => whole(file)),
    ),
  ];
}

/** What the capture shows of how TCP repairs a loss. */
export function repairFindings({ capture, files, elsewhere }: ObservedLoss): Finding[] {
  const again = retransmissionsIn(capture).map(({ frame }) => frame);
  const asked = doubleAcknowledgements(capture);
  const duration = capture.tcp[0]?.duration;
  const shown = (text: Text, frames: readonly number[]) =>
    found(elsewhere, text, [citation(files.capture, frames)]);
  return [
    shown(({ sentAgain }) => sentAgain(again), again),
    ...(asked.length > 0 ? [shown((texts) => texts.askedAgain(asked), asked)] : []),
    ...(duration === undefined ? [] : [shown(({ took }) => took(duration * 1000), [])]),
  ];
}

function doubleAcknowledgements({ explained }: ExplainedCapture): number[] {
  if (explained?.protocol !== 'TCP') return [];
  return explained.segments
    .filter(({ labels }) => labels.includes('duplicate_ack'))
    .map(({ frame }) => frame);
}

export function lossExhibits(loss: ObservedLoss): Exhibit[] {
  const { facts, files, elsewhere, ladder } = loss;
  const mark = elsewhere ? { recordedElsewhere: true as const } : {};
  const picture: Exhibit = {
    kind: 'picture',
    id: 'loss-ladder',
    caption: caption(loss, ({ lossLadder }) => lossLadder),
    alt: say(({ ladderAlt }) => ladderAlt),
    svg: ladder,
    ...mark,
  };
  const counters: Exhibit = {
    kind: 'terminal',
    id: 'loss-iptables',
    caption: say(({ iptables }) => iptables),
    command: 'iptables -nvxL INPUT',
    output: files.counters,
  };
  return [
    ...(elsewhere ? [] : [counters]),
    { ...retransmissionTable(loss), ...mark },
    ...(facts.dropped > 0 ? [picture] : []),
  ];
}

function retransmissionTable(loss: ObservedLoss): TableExhibit {
  const all = retransmissionsIn(loss.capture);
  const more = Math.max(0, all.length - MOST_RETRANSMISSIONS);
  const columns = ['frame', 'seconds', 'from', 'sequence', 'bytes', 'first', 'wireshark'] as const;
  return {
    kind: 'table',
    id: 'loss-retransmissions',
    caption: caption(loss, ({ retransmissions }) => retransmissions(more)),
    header: columns.map((column) => say(({ lossColumns }) => lossColumns[column])),
    rows: all
      .slice(0, MOST_RETRANSMISSIONS)
      .map((segment) => [
        String(segment.frame),
        say(({ format }) => format.decimals(segment.at, 6)),
        segment.from,
        String(segment.sequence),
        String(segment.length),
        segment.originalFrame === null ? '' : String(segment.originalFrame),
        segment.wiresharkLabels.map((label) => `tcp.analysis.${label}`).join(' '),
      ]),
    numeric: [0, 1, 3, 4, 5],
  };
}

/** Where it was recorded stands in each caption. */
function caption(
  { facts, elsewhere }: ObservedLoss,
  text: (texts: DatagramTexts) => string,
): Words {
  return say((texts) =>
    elsewhere ? texts.elsewhereCaption(text(texts), facts.system) : text(texts),
  );
}
