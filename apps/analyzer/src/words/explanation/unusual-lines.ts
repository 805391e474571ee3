import { framesText, labelText } from '@praktikum/capture-report';
import type { ConversationStory } from '../../story/conversation-story.ts';
import type { StorySegment } from '../../story/story-segment.ts';
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
  const remarks = checksums(story.segments, words);
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
    ...details.map((text) => `    · ${text}`),
  ];
}

const REPEATS: ReadonlySet<string> = new Set([
  'retransmission',
  'out_of_order',
  'capture_duplicate',
]);

/** Where a repeated segment is from, and what Wireshark says where it says something else. */
function detail(label: string, segment: StorySegment, { explanation }: Words): string[] {
  const { unusual: texts } = explanation;
  const { frame, originalFrame, originalCaptured, wiresharkLabels } = segment;
  const text: string[] = [];
  if (REPEATS.has(label)) {
    if (originalFrame > 0) text.push(texts.original(String(frame), String(originalFrame)));
    else if (!originalCaptured) text.push(texts.notCaptured(String(frame)));
  }
  if (wiresharkLabels.includes(label)) return text;
  const theirs = wiresharkLabels.filter((name) => !segment.labels.includes(name));
  if (theirs.length > 0) text.push(texts.wireshark(String(frame), theirs.join(', ')));
  return text;
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
