/** Conversations that a report holds in full: the first ones that the filter shows. */
export const MOST_REPORT_CONVERSATIONS = 20;
/** Segments that a report holds, all conversations together; about 300 bytes each. */
export const MOST_REPORT_SEGMENTS = 50_000;
/** Rows of its table of conversations. */
export const MOST_REPORT_ROWS = 5_000;
/** Turns of one conversation that are listed. */
export const MOST_REPORT_TURNS = 200;
/** Frames that are listed as evidence, or for one thing that is unusual. */
export const MOST_LISTED_FRAMES = 40;
