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
export { COLORS, LADDER_CSS, type Palette, paletteCss } from './ladder/ladder-colors.ts';
export { escapeText, type Markup, markup, markupText } from './ladder/markup.ts';
export {
  drawRung,
  ladderColumns,
  type LadderColumns,
  rungClass,
  rungHeight,
  secondsText,
} from './ladder/rung.ts';
export { flagsText, segmentText } from './ladder/segment-text.ts';

export { labelText } from './words/label-texts.ts';
export { countText, decimalText, framesText, msText } from './words/number-text.ts';
export { TERMS } from './words/terms.ts';
