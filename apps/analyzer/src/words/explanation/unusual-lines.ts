import { framesText, labelText } from '@praktikum/capture-report';
import { type ConversationStory, framesBackInTime } from '../../story/conversation-story.ts';
import type { StorySegment } from '../../story/story-segment.ts';
import { unseenSide } from '../../story/unseen-side.ts';
import { bytesText } from '../bytes-text.ts';
import type { Words } from '../words.ts';
import { wrapText } from '../wrap-text.ts';

/**
 * Single frames named below a label.
 * @unit frames
 * @against the same remark once for every frame
 * @provenBy ../../../integration/limits.spec.ts: names so many frames below a label
 */
const MOST_DETAILS = 5;

/**
 * Everything unusual about a connection: each label once, with its frames and where it comes from.
 * @param dropped packets that the capturing program lost
 */
export function unusualLines(story: ConversationStory, dropped: number, words: Words): string[] {
  const { groups, remarks } = unusualTexts(story, dropped, words);
  const lines = [
    ...groups.flatMap(groupLines),
    ...remarks.flatMap((text) => wrapText(text, '    ', '  ')),
  ];
  return lines.length > 0 ? lines : [`  ${words.terms.unusual.nothing}`];
}

/** Something unusual: its frames, where it comes from, and details of the first of them. */
interface UnusualGroup {
  readonly label: string;
  readonly name: string;
  readonly cause: string;
  readonly frames: readonly number[];
  readonly details: readonly string[];
}

/** The same without a layout; both lists are empty where all is as it should be. */
export function unusualTexts(
  story: ConversationStory,
  dropped: number,
  words: Words,
): { readonly groups: readonly UnusualGroup[]; readonly remarks: readonly string[] } {
  const { unusual: texts } = words.explanation;
  const remarks = [
    ...oneDirection(story, words),
    ...backInTime(story, words),
    ...checksums(story.segments, words),
  ];
  if (dropped > 0) remarks.push(texts.dropped(words.number(dropped)));
  const groups = [...byLabel(story.segments)].map(([label, segments]) => ({
    label,
    ...labelText(label, words.labels),
    frames: segments.map(({ frame }) => frame),
    details: segments.flatMap((segment) => detail(label, segment, words)).slice(0, MOST_DETAILS),
  }));
  return { groups, remarks };
}

function byLabel(segments: readonly StorySegment[]): Map<string, StorySegment[]> {
  const groups = new Map<string, StorySegment[]>();
  for (const segment of segments) {
    for (const label of segment.labels) {
      const group = groups.get(label);
      if (group) group.push(segment);
      else groups.set(label, [segment]);
    }
  }
  return groups;
}

function groupLines({ name, cause, frames, details }: UnusualGroup): string[] {
  return [
    ...wrapText(`${name}: ${framesText(frames)}`, '    ', '  '),
    ...wrapText(cause, '    '),
    ...details.flatMap((text) => wrapText(`· ${text}`, '      ', '    ')),
  ];
}

/** What the capture shows of one frame, and what Wireshark says where it says something else. */
function detail(label: string, segment: StorySegment, { explanation }: Words): string[] {
  const { unusual: texts } = explanation;
  const { frame, wiresharkLabels } = segment;
  const text = [...(SEEN[label]?.(segment, texts) ?? [])];
  if (wiresharkLabels.includes(label)) return text;
  const theirs = wiresharkLabels.filter((name) => !segment.labels.includes(name));
  if (theirs.length > 0) text.push(texts.wireshark(String(frame), theirs.join(', ')));
  return text;
}

type UnusualTexts = Words['explanation']['unusual'];

/** What is seen of a label beside its frame. */
const SEEN: Readonly<
  Record<string, ((segment: StorySegment, texts: UnusualTexts) => string[]) | undefined>
> = {
  retransmission: ({ frame, originalFrame, originalCaptured }, texts) => {
    if (originalFrame > 0) return [texts.original(String(frame), String(originalFrame))];
    return originalCaptured ? [] : [texts.notCaptured(String(frame))];
  },
  capture_duplicate: ({ frame, originalFrame }, texts) => [
    texts.copy(String(frame), String(originalFrame)),
  ],
  conflicting_data: ({ frame, originalFrame }, texts) =>
    originalFrame > 0 ? [texts.otherBytes(String(frame), String(originalFrame))] : [],
  capture_reordered: ({ frame, acknowledgedBy }, texts) => [
    texts.behindAck(String(frame), String(acknowledgedBy)),
  ],
  duplicate_ack: ({ frame, answeredFrame, sentBeyond }, texts) => {
    if (answeredFrame > 0) return [texts.answers(String(frame), String(answeredFrame))];
    return [sentBeyond ? texts.sentBeyond(String(frame)) : texts.unexplained(String(frame))];
  },
  urgent: ({ frame, urgentPointer, payload, length }, texts) => {
    const byte = payload.subarray(urgentPointer - 1, urgentPointer);
    if (urgentPointer > length) return [texts.urgentLater(String(frame))];
    return byte.length > 0 ? [texts.urgentByte(String(frame), bytesText(byte, 8, 1))] : [];
  },
};

/** That one side is missing, and what the other one's ACKs show of it. */
function oneDirection(story: ConversationStory, { explanation, terms }: Words): string[] {
  const side = unseenSide(story);
  if (!side) return [];
  const { unusual: texts } = explanation;
  const { steps, opened, seen, unseen } = side;
  const shown = steps.slice(0, MOST_DETAILS);
  const told = shown.map(({ frame, acknowledgement, more }, index) => {
    const ack = texts.unseenAck(String(acknowledgement), String(frame));
    if (index === 0) return opened && acknowledgement === 1 ? ack + texts.unseenSyn : ack;
    const isLast = index === steps.length - 1;
    if (!isLast) return ack + texts.unseenBytes(String(more));
    return ack + (more === 1 ? texts.unseenFin : texts.unseenLast(String(more)));
  });
  if (shown.length < steps.length) told.push('…');
  return [texts.oneDirection(terms.ends[seen], terms.ends[unseen], told.join('; '))];
}

function backInTime(story: ConversationStory, { explanation }: Words): string[] {
  const frames = framesBackInTime(story);
  return frames.length > 0 ? [explanation.unusual.backInTime(framesText(frames))] : [];
}

function checksums(segments: readonly StorySegment[], words: Words): string[] {
  const { unusual: texts } = words.explanation;
  const of = (verdict: StorySegment['checksum']) =>
    segments.filter(({ checksum }) => checksum === verdict).map(({ frame }) => frame);
  const [offloaded, wrong] = [of('offloaded'), of('wrong')];
  return [
    ...(offloaded.length > 0 ? [texts.offloaded(words.number(offloaded.length))] : []),
    ...(wrong.length > 0 ? [texts.wrong(framesText(wrong))] : []),
  ];
}
