/**
 * Conversations that a report holds in full: the first ones that the filter shows.
 * @unit conversations
 * @against a report that no browser opens
 * @provenBy ./report-limits.spec.ts: holds the first so many conversations
 */
export const MOST_REPORT_CONVERSATIONS = 20;

/**
 * Segments that a report holds, all conversations together; about 300 bytes each.
 * @unit segments
 * @against a report that no browser opens
 * @provenBy ./report-limits.spec.ts: holds so many segments, all conversations together
 */
export const MOST_REPORT_SEGMENTS = 50_000;

/**
 * Rows of its table of conversations; the rest is counted.
 * @unit rows
 * @against a report that no browser opens
 * @provenBy ./conversation-rows.spec.ts: lists so many conversations, TCP first
 */
export const MOST_REPORT_ROWS = 5_000;

/**
 * Turns of one conversation that are listed; the rest is counted.
 * @unit turns
 * @against a report that is a transcript
 * @provenBy ../../integration/report-file.spec.ts: lists so many turns and frames, and counts the rest
 */
export const MOST_REPORT_TURNS = 200;

/**
 * Frames that are listed as evidence, or for one thing that is unusual.
 * @unit frames
 * @against a report that is a list of numbers
 * @provenBy ../../integration/report-file.spec.ts: lists so many turns and frames, and counts the rest
 */
export const MOST_LISTED_FRAMES = 40;

/** Which segments of which conversation a report holds, by stream; those first that are given first. */
export function heldSegments(
  conversations: readonly { readonly stream: number; readonly frames: number }[],
): Map<number, number> {
  const limits = new Map<number, number>();
  let room = MOST_REPORT_SEGMENTS;
  for (const { stream, frames } of conversations.slice(0, MOST_REPORT_CONVERSATIONS)) {
    if (room <= 0) break;
    limits.set(stream, Math.min(frames, room));
    room -= frames;
  }
  return limits;
}
