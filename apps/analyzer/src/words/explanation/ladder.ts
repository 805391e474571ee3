import { labelText, segmentText } from '@praktikum/capture-report';
import type { ConversationStory } from '../../story/conversation-story.ts';
import type { PassedPacket, StorySegment } from '../../story/story-segment.ts';
import { bytesText } from '../bytes-text.ts';
import type { Words } from '../words.ts';
import { COLUMNS } from '../wrap-text.ts';

/** Frame number and time stand left of the ladder. */
const MARGIN = 20;
const TIME_WIDTH = 11;
/** Between the two rails. */
const ROOM = COLUMNS - MARGIN - 2;
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
  const lines = [...heads(story, words), columnHeads(words)];
  const hidden = all ? 0 : segments.length - FIRST_RUNGS - LAST_RUNGS;
  segments.forEach((segment, index) => {
    if (hidden > 0 && index >= FIRST_RUNGS && index < FIRST_RUNGS + hidden) {
      if (index === FIRST_RUNGS) lines.push(beside('', rails(centre(texts.hidden(hidden)))));
      return;
    }
    lines.push(...rung(segment, segments[index - 1]?.states, words));
  });
  if (story.leftOut > 0) lines.push(beside('', rails(centre(texts.leftOut(story.leftOut)))));
  return lines;
}

/** Above the rails: who stands at them. */
export function heads(
  { client, server }: Pick<ConversationStory, 'client' | 'server'>,
  { terms: { ends } }: Words,
): string[] {
  const [left, right] = [`${ends.client} ${client}`, `${ends.server} ${server}`];
  if (left.length + right.length + 2 <= ROOM + 2) {
    return [' '.repeat(MARGIN) + left + right.padStart(ROOM + 2 - left.length)];
  }
  return [' '.repeat(MARGIN) + left, right.padStart(COLUMNS)];
}

/** Above the frame numbers and times. */
export function columnHeads({ explanation }: Words): string {
  return beside(explanation.ladder.columns, rails(''));
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
    lines.push(labelLine(labelText(label, words.labels).name, segment.fromClient));
  }
  const [client, server] = segment.states;
  if (before?.[0] !== client || before[1] !== server) {
    lines.push(beside('', rails(client + server.padStart(ROOM - client.length))));
  }
  return lines;
}

/** What is unusual about an arrow, below it. */
export function labelLine(name: string, fromClient: boolean): string {
  return beside('', rails((fromClient ? left : right)(`! ${name}`)));
}

/** An arrow with a label, and below it the text that it carries. */
export function arrowLines(passed: PassedPacket, label: string, words: Words): string[] {
  const { frame, at, fromClient, length, payload } = passed;
  // As many decimals as the margin has room for.
  const time = words.seconds(at).slice(0, TIME_WIDTH).padStart(TIME_WIDTH);
  const lines = [beside(`${String(frame).padStart(7)} ${time}`, rails(arrow(label, fromClient)))];
  const place = fromClient ? left : right;
  if (length > 0) lines.push(beside('', rails(place(bytesText(payload, ROOM - 6, length)))));
  return lines;
}

function arrow(text: string, fromClient: boolean): string {
  const label = ` ${text} `.slice(0, ROOM - 4);
  const dashes = ROOM - 1 - label.length;
  const before = '─'.repeat(Math.floor(dashes / 2));
  const after = '─'.repeat(Math.ceil(dashes / 2));
  return fromClient ? `${before}${label}${after}>` : `<${before}${label}${after}`;
}

/** What Wireshark's Info column says of a segment: `SYN Seq=0 Win=64240 MSS=1460`. */
function infoText(segment: StorySegment): string {
  const mss = segment.options?.maximumSegmentSize ?? -1;
  return segmentText(segment) + (mss < 0 ? '' : ` MSS=${mss}`);
}

const beside = (margin: string, text: string) => margin.padEnd(MARGIN) + text;
const rails = (text: string) => `│${text.padEnd(ROOM)}│`;
const left = (text: string) => `  ${text}`.slice(0, ROOM);
const right = (text: string) => `${text}  `.padStart(ROOM).slice(-ROOM);
const centre = (text: string) => text.padStart(Math.floor((ROOM + text.length) / 2));
