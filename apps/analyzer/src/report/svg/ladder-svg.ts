import {
  COLORS,
  drawRung,
  LADDER_CSS,
  ladderColumns,
  type LadderColumns,
  LadderLayout,
  markup,
  type Markup,
  markupText,
  paletteCss,
  type ReportSegment,
  rungClass,
  segmentText,
} from '@praktikum/capture-report';
import type { Words } from '../../words/words.ts';

const WIDTH = 860;
const ABOVE = 64;
const BELOW = 36;
/**
 * Rungs of one picture; the rest is counted.
 * @unit segments
 * @against a picture that no viewer can show
 * @provenBy ./ladder-svg.spec.ts: draws so many rungs and counts the rest
 */
export const MOST_PICTURE_RUNGS = 2_000;

/** What a ladder is drawn from. */
export interface LadderPicture {
  readonly stream: number;
  readonly client: string;
  readonly server: string;
  readonly segments: readonly ReportSegment[];
  /** Segments that were only counted. */
  readonly leftOut: number;
}

/** The ladder as a picture of its own, for reports and slides: light, without scripts or fonts. */
export function ladderSvg(picture: LadderPicture, words: Words): string {
  const { ladder: texts } = words.explanation;
  const segments = picture.segments.slice(0, MOST_PICTURE_RUNGS);
  const leftOut = picture.leftOut + picture.segments.length - segments.length;
  const layout = new LadderLayout(segments);
  const columns = ladderColumns(WIDTH);
  const height = ABOVE + layout.height + BELOW;
  const title = texts.title(String(picture.stream));
  const note = markup(
    'text',
    { class: 'note', x: WIDTH / 2, y: height - 14 },
    texts.leftOut(leftOut),
  );
  const svg = markup(
    'svg',
    {
      xmlns: 'http://www.w3.org/2000/svg',
      viewBox: `0 0 ${WIDTH} ${height}`,
      width: WIDTH,
      height,
      role: 'img',
      lang: words.lang,
    },
    markup('title', {}, `${title}: ${picture.client} → ${picture.server}`),
    markup('style', {}, PICTURE_CSS),
    markup('rect', { class: 'ground', width: WIDTH, height }),
    markup('text', { class: 'title', x: 16, y: 26 }, title),
    heads(picture, columns, words),
    ...segments.map((segment, index) =>
      markup(
        'g',
        { class: rungClass(segment), transform: `translate(0 ${ABOVE + layout.top(index)})` },
        markup(
          'title',
          {},
          `frame ${segment.frame}, ${words.seconds(segment.at)} s: ${segmentText(segment)}`,
        ),
        ...drawRung(segment, columns, words),
      ),
    ),
    ...(leftOut > 0 ? [note] : []),
  );
  return `${markupText(svg)}\n`;
}

/** Who the rails are. */
function heads(
  { client, server }: Pick<LadderPicture, 'client' | 'server'>,
  { left, right }: LadderColumns,
  { terms: { ends } }: Words,
): Markup {
  return markup(
    'g',
    { class: 'heads' },
    markup('text', { x: left - 8, y: 52 }, `${ends.client} ${client}`),
    markup('text', { x: right + 8, y: 52, 'text-anchor': 'end' }, `${ends.server} ${server}`),
  );
}

const PICTURE_CSS = `
svg{${paletteCss(COLORS.light)};font-family:system-ui,"DejaVu Sans",sans-serif}
.ground{fill:var(--ground)}
.title{font-size:16px;font-weight:600;fill:var(--ink)}
.heads text{font-weight:600}
.note{fill:var(--quiet);text-anchor:middle;font-size:13px}
${LADDER_CSS}`;
