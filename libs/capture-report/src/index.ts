export type {
  ConversationRow,
  ReportAnswer,
  ReportConversation,
  ReportData,
  ReportExplanation,
  ReportUnusual,
} from './data/report-data.ts';
export { packSegments, type ReportSegment, unpackSegment } from './data/report-segment.ts';

export { LadderLayout } from './ladder/ladder-layout.ts';
export { COLORS, type Palette, paletteCss } from './ladder/ladder-colors.ts';
export { LADDER_CSS, LADDER_FONT, paintedRung } from './ladder/ladder-looks.ts';
export {
  drawRung,
  ladderColumns,
  type LadderColumns,
  rungClass,
  rungHeight,
} from './ladder/rung.ts';
export { flagsText, rungText, segmentText } from './ladder/segment-text.ts';

export { framesText } from './words/frames-text.ts';
export { labelText } from './words/label-texts.ts';
export { NUMBER_TEXTS, type NumberTexts } from './words/number-texts.ts';
export { REPORT_TEXTS, type ReportTexts } from './words/report-texts.ts';
export type { QuestionGroup } from './words/terms.ts';
export { textBlocks } from './words/text-blocks.ts';
