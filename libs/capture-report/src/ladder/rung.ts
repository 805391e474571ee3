import { RST } from '@praktikum/capture';
import { type Markup, markup } from '@praktikum/protocol/markup';
import type { ReportSegment } from '../data/report-segment.ts';
import { labelText } from '../words/label-texts.ts';
import type { ReportTexts } from '../words/report-texts.ts';
import { rungText, segmentKind } from './segment-text.ts';

/** Where the columns of a ladder stand, in pixels. */
export interface LadderColumns {
  readonly width: number;
  /** Right edges of frame number and time. */
  readonly frame: number;
  readonly time: number;
  /** The rails of client and server. */
  readonly left: number;
  readonly right: number;
}

/** Below this width frame and time stand closer. */
const NARROW = 560;
/** Width of a character of the ladder's fixed font at its size. */
const CHARACTER = 7;
const LABEL_BASELINE = 14;
const ARROW = { start: 20, end: 30, head: 8 };
const BELOW_ARROW = 38;
const LINE = 15;

/** The columns of a ladder of some width. */
export function ladderColumns(width: number): LadderColumns {
  return width < NARROW
    ? { width, frame: 34, time: 96, left: 112, right: width - 14 }
    : { width, frame: 60, time: 150, left: 176, right: width - 24 };
}

/** Height of a rung: the arrow, then a line each for text, labels, and changed states. */
export function rungHeight(segment: ReportSegment): number {
  const lines = linesBelow(segment);
  return BELOW_ARROW + lines * LINE + (lines > 0 ? 6 : 0);
}

function linesBelow({ text, labels, statesChanged }: ReportSegment): number {
  return (text === '' ? 0 : 1) + labels.length + (statesChanged ? 1 : 0);
}

/** One segment as an arrow between the rails; its top is at 0. */
export function drawRung(
  segment: ReportSegment,
  columns: LadderColumns,
  texts: ReportTexts,
): Markup[] {
  const { frame, time, left, right, width } = columns;
  const height = rungHeight(segment);
  const characters = Math.floor((right - left - 24) / CHARACTER);
  const said = shortened(rungText(segment, characters), characters);
  return [
    markup('rect', { class: 'rung-ground', x: 0, y: 0, width, height }),
    rail(left, height),
    rail(right, height),
    text('number', frame, LABEL_BASELINE + 11, String(segment.frame), 'end'),
    text('time', time, LABEL_BASELINE + 11, texts.seconds(segment.at), 'end'),
    text('said', (left + right) / 2, LABEL_BASELINE, said, 'middle'),
    ...arrow(segment, columns),
    ...below(segment, columns, characters, texts),
  ];
}

function rail(x: number, height: number): Markup {
  return markup('line', { class: 'rail', x1: x, x2: x, y1: 0, y2: height });
}

function text(kind: string, x: number, y: number, content: string, anchor: string): Markup {
  return markup('text', { class: kind, x, y, 'text-anchor': anchor }, content);
}

/** It slopes, since a segment arrives later than it was sent. */
function arrow({ fromClient, flags, labels }: ReportSegment, { left, right }: LadderColumns) {
  const [from, to] = fromClient ? [left, right] : [right, left];
  const back = fromClient ? -ARROW.head : ARROW.head;
  const { start, end } = ARROW;
  const isReset = (flags & RST) !== 0;
  const line = { class: labels.length > 0 ? 'arrow is-dashed' : 'arrow' };
  const points = `${to},${end} ${to + back},${end - 5} ${to + back},${end + 4}`;
  return [
    markup('line', { ...line, x1: from, y1: start, x2: to + back, y2: end - 0.5 }),
    markup('polygon', { class: 'head', points }),
    ...(isReset ? [cross(to + back * 2.4, end - 1)] : []),
  ];
}

function cross(x: number, y: number): Markup {
  const path = `M${x - 5},${y - 5}l10,10m0,-10l-10,10`;
  return markup('path', { class: 'cross', d: path });
}

function below(
  segment: ReportSegment,
  { left, right }: LadderColumns,
  characters: number,
  texts: ReportTexts,
): Markup[] {
  const { fromClient, labels, clientState, serverState, statesChanged } = segment;
  const [x, anchor] = fromClient ? [left + 12, 'start'] : [right - 12, 'end'];
  const parts: Markup[] = [];
  let y = BELOW_ARROW + 8;
  const line = (kind: string, content: string) => {
    parts.push(text(kind, x, y, shortened(content, characters), anchor));
    y += LINE;
  };
  if (segment.text !== '') line('payload', segment.text);
  for (const label of labels) line('label', `! ${labelText(label, texts.labels).name}`);
  if (statesChanged) {
    parts.push(
      markup('circle', { class: 'state-dot', cx: left, cy: y - 4, r: 3.5 }),
      text('state', left + 12, y, clientState, 'start'),
      markup('circle', { class: 'state-dot', cx: right, cy: y - 4, r: 3.5 }),
      text('state', right - 12, y, serverState, 'end'),
    );
  }
  return parts;
}

function shortened(content: string, most: number): string {
  const characters = [...content];
  return characters.length <= most ? content : `${characters.slice(0, most - 1).join('')}…`;
}

/** The class of a rung: what kind of segment it is. */
export function rungClass(segment: ReportSegment): string {
  return `rung rung-${segmentKind(segment)}`;
}
