import {
  COLORS,
  LADDER_FONT,
  ladderColumns,
  type LadderColumns,
  LadderLayout,
  paintedRung,
  type ReportSegment,
  rungText,
} from '@praktikum/capture-report';
import { markup, type Markup, markupText } from '@praktikum/protocol/markup';
import type { Words } from '../../words/words.ts';

const WIDTH = 860;
const ABOVE = 64;
const BELOW = 36;
const PALETTE = COLORS.light;
const TITLE_FONT = 'system-ui, DejaVu Sans, Liberation Sans, sans-serif';
/**
 * Rungs of one picture; the rest is counted.
 * @unit segments
 * @against a picture that no viewer can show
 * @provenBy ./ladder-svg.spec.ts: draws so many rungs and counts the rest
 */
export const MOST_PICTURE_RUNGS = 2_000;

/** Frames of a capture, both ends included. */
export type FrameRange = readonly [first: number, last: number];

/** What a ladder is drawn from. */
export interface LadderPicture {
  readonly protocol: 'TCP' | 'UDP';
  readonly stream: number;
  readonly client: string;
  readonly server: string;
  readonly segments: readonly ReportSegment[];
  /** Segments that were only counted. */
  readonly leftOut: number;
  /** The picture is of these frames alone. */
  readonly frames?: FrameRange;
}

/**
 * The ladder as a picture of its own, for reports and slides: light, without scripts, fonts or style sheets,
 * which word processors and viewers do not understand.
 */
export function ladderSvg(picture: LadderPicture, words: Words): string {
  const isTcp = picture.protocol === 'TCP';
  const wanted = segmentsOf(picture);
  const segments = wanted.slice(0, MOST_PICTURE_RUNGS);
  const leftOut = wanted.length - segments.length + (picture.frames ? 0 : picture.leftOut);
  const layout = new LadderLayout(segments);
  const columns = ladderColumns(WIDTH);
  const height = ABOVE + layout.height + BELOW;
  const { ladder } = words.explanation;
  const conversation = isTcp
    ? ladder.title(String(picture.stream))
    : words.datagrams.ladder(picture.stream);
  const title = [
    conversation,
    ...(picture.frames ? [`frame ${picture.frames.join('–')}`] : []),
  ].join(', ');
  const rest = isTcp ? ladder.leftOut(leftOut) : words.datagrams.leftOut(leftOut);
  const svg = markup(
    'svg',
    {
      xmlns: 'http://www.w3.org/2000/svg',
      viewBox: `0 0 ${WIDTH} ${height}`,
      ...{ width: WIDTH, height, role: 'img', lang: words.lang, ...LADDER_FONT },
    },
    markup('title', {}, `${title}: ${picture.client} → ${picture.server}`),
    markup('rect', { width: WIDTH, height, fill: PALETTE.ground }),
    headline(title),
    heads(picture, columns, words),
    ...segments.map((segment, index) => {
      const { tag, attributes, children } = paintedRung(segment, columns, words, PALETTE);
      const place = { transform: `translate(0 ${ABOVE + layout.top(index)})` };
      return markup(tag, { ...attributes, ...place }, told(segment, words), ...children);
    }),
    ...(leftOut > 0 ? [note(rest, height - 14)] : []),
  );
  return `${markupText(svg)}\n`;
}

function segmentsOf({ segments, frames }: LadderPicture): readonly ReportSegment[] {
  if (frames === undefined) return segments;
  const [first, last] = frames;
  return segments.filter(({ frame }) => frame >= first && frame <= last);
}

/** What a browser shows under the mouse. */
function told(segment: ReportSegment, { seconds }: Words): Markup {
  const moment = `frame ${segment.frame}, ${seconds(segment.at)} s`;
  return markup('title', {}, `${moment}: ${rungText(segment)}`);
}

function headline(title: string): Markup {
  const look = { 'font-family': TITLE_FONT, 'font-size': '16px', 'font-weight': '600' };
  return markup('text', { x: 16, y: 26, fill: PALETTE.ink, ...look }, title);
}

function note(text: string, y: number): Markup {
  const look = { 'font-family': TITLE_FONT, 'font-size': '13px', 'text-anchor': 'middle' };
  return markup('text', { x: WIDTH / 2, y, fill: PALETTE.quiet, ...look }, text);
}

/** Who the rails are. */
function heads(
  { client, server }: Pick<LadderPicture, 'client' | 'server'>,
  { left, right }: LadderColumns,
  { terms: { ends } }: Words,
): Markup {
  return markup(
    'g',
    { fill: PALETTE.ink, 'font-weight': '600' },
    markup('text', { x: left - 8, y: 52 }, `${ends.client} ${client}`),
    markup('text', { x: right + 8, y: 52, 'text-anchor': 'end' }, `${ends.server} ${server}`),
  );
}
