import { labelText, segmentText } from '@praktikum/capture-report';
import type { ConversationStory } from '../../story/conversation-story.ts';
import type { PassedPacket, StorySegment } from '../../story/story-segment.ts';
import { bytesText } from '../bytes-text.ts';
import type { Words } from '../words.ts';
import { textColumns, wrapText } from '../wrap-text.ts';

/** Frame number and time stand left of the ladder, where there is room for both. */
const MARGIN = 20;
const TIME_WIDTH = 11;
/** Of fewer columns the ladder takes all, and frame number and time stand above the arrow. */
const NARROW = 66;

const isNarrow = () => textColumns() < NARROW;
/** Between the two rails. */
const room = () => textColumns() - 2 - (isNarrow() ? 0 : MARGIN);

/**
 * Rungs at the beginning of a longer ladder that are shown.
 * @unit segments
 * @against a ladder of thousands of lines
 * @provenBy ../../../integration/explain.spec.ts: shortens a long ladder unless all is asked for
 */
const FIRST_RUNGS = 80;
/**
 * Rungs at its end.
 * @unit segments
 * @against a ladder of thousands of lines
 * @provenBy ../../../integration/explain.spec.ts: shortens a long ladder unless all is asked for
 */
const LAST_RUNGS = 20;

/**
 * The ladder diagram: client left, server right, time down. Below an arrow stand the text it carries,
 * what is unusual about it, and the states of both ends where they change.
 */
export function ladder(story: ConversationStory, words: Words, all = false): string[] {
  const texts = words.explanation.ladder;
  const { segments } = story;
  const lines = [...heads(story, words), ...columnHeads(words)];
  const hidden = all ? 0 : segments.length - FIRST_RUNGS - LAST_RUNGS;
  segments.forEach((segment, index) => {
    if (hidden > 0 && index >= FIRST_RUNGS && index < FIRST_RUNGS + hidden) {
      if (index === FIRST_RUNGS) lines.push(...between(texts.hidden(hidden), centre));
      return;
    }
    lines.push(...rung(segment, segments[index - 1]?.states, words));
  });
  if (story.leftOut > 0) lines.push(...between(texts.leftOut(story.leftOut), centre));
  return lines;
}

/** Above the rails: who stands at them. */
export function heads(
  { client, server }: Pick<ConversationStory, 'client' | 'server'>,
  { terms: { ends } }: Words,
): string[] {
  const [left, right] = [`${ends.client} ${client}`, `${ends.server} ${server}`];
  const columns = textColumns();
  const margin = ' '.repeat(columns - room() - 2);
  if (left.length + right.length + 2 <= room() + 2) {
    return [margin + left + right.padStart(room() + 2 - left.length)];
  }
  return [...wrapText(left, margin), ...wrapText(right).map((line) => line.padStart(columns))];
}

/** Above the frame numbers and times; there are no columns where those stand above the arrows. */
export function columnHeads({ explanation }: Words): string[] {
  return isNarrow() ? [] : [beside(explanation.ladder.columns, rails(''))];
}

/**
 * The lines of one segment.
 * @param before states of client and server until then
 */
export function rung(
  segment: StorySegment,
  before: StorySegment['states'] | undefined,
  words: Words,
): string[] {
  const lines = arrowLines(segment, infoText(segment), words);
  for (const label of segment.labels) {
    lines.push(...labelLines(labelText(label, words.labels).name, segment.fromClient));
  }
  const [client, server] = segment.states;
  if (before?.[0] !== client || before[1] !== server) {
    lines.push(beside('', rails(client + server.padStart(room() - client.length))));
  }
  return lines;
}

/** What is unusual about an arrow, below it. */
export function labelLines(name: string, fromClient: boolean): string[] {
  return between(`! ${name}`, fromClient ? left : right);
}

/** An arrow with a label, and below it the text that it carries. */
export function arrowLines(passed: PassedPacket, label: string, words: Words): string[] {
  const { frame, at, fromClient, length, payload } = passed;
  // As many decimals as the margin has room for.
  const time = words.seconds(at).slice(0, TIME_WIDTH);
  const number = `${String(frame).padStart(7)} ${time.padStart(TIME_WIDTH)}`;
  const lines = isNarrow()
    ? [rails(left(`frame ${frame}, ${time} s`)), ...narrowArrow(label, fromClient)]
    : [beside(number, rails(arrow(label, fromClient)))];
  if (length === 0) return lines;
  // A narrow ladder has two lines for it.
  const said = bytesText(payload, (room() - 6) * (isNarrow() ? 2 : 1), length);
  return [...lines, ...between(said, fromClient ? left : right)];
}

/** A label that is too long for the arrow stands above it. */
function narrowArrow(label: string, fromClient: boolean): string[] {
  if (label.length + 6 <= room()) return [rails(arrow(label, fromClient))];
  return [...between(label, left), rails(arrow('', fromClient))];
}

function arrow(text: string, fromClient: boolean): string {
  const label = text === '' ? '' : ` ${text} `.slice(0, room() - 4);
  const dashes = room() - 1 - label.length;
  const before = '─'.repeat(Math.floor(dashes / 2));
  const after = '─'.repeat(Math.ceil(dashes / 2));
  return fromClient ? `${before}${label}${after}>` : `<${before}${label}${after}`;
}

/** What Wireshark's Info column says of a segment: `SYN Seq=0 Win=64240 MSS=1460`. */
function infoText(segment: StorySegment): string {
  const mss = segment.options?.maximumSegmentSize ?? -1;
  return segmentText(segment) + (mss < 0 ? '' : ` MSS=${mss}`);
}

const beside = (margin: string, text: string) => (isNarrow() ? '' : margin.padEnd(MARGIN)) + text;
const rails = (text: string) => `│${text.padEnd(room())}│`;
const left = (text: string) => `  ${text}`.slice(0, room());
const right = (text: string) => `${text}  `.padStart(room()).slice(-room());
const centre = (text: string) => text.padStart(Math.floor((room() + text.length) / 2));

/** A text between the rails, on several lines where it has to be. */
function between(text: string, place: (line: string) => string): string[] {
  return wrapText(text, '', '', room() - 4).map((line) => beside('', rails(place(line))));
}
