import { markup, type Markup, markupText } from '@praktikum/protocol/markup';

/** One bar, and what is written beside it. */
interface Bar {
  readonly value: number;
  readonly written: string;
}

/** One group of bars, and what stands before it. */
interface BarGroup {
  readonly label: string;
  /** One for each series; undefined where there is none. */
  readonly bars: readonly (Bar | undefined)[];
}

interface BarChart {
  readonly title: string;
  readonly series: readonly string[];
  readonly groups: readonly BarGroup[];
}

/** That of the text on A4. */
const WIDTH = 640;
const [LEFT, RIGHT, TOP, BAR, GAP] = [90, 150, 76, 14, 10];
/** Title and legend begin here. */
const LEGEND_LEFT = 16;
const FONT = 'DejaVu Sans, Liberation Sans, Arial, sans-serif';
const INK = '#1f4e79';
/** They differ in black and white, too: the second one is a frame. */
const LOOKS = [
  { fill: INK, stroke: INK },
  { fill: '#ffffff', stroke: INK },
  { fill: '#9fb8d0', stroke: INK },
];

/** Bars with their values beside them, as a picture with plain attributes: viewers of PDF know no others. */
export function barChart({ title, series, groups }: BarChart): string {
  const groupHeight = series.length * BAR + GAP;
  const height = TOP + groups.length * groupHeight + GAP;
  const most = Math.max(
    ...groups.flatMap((group) => group.bars.map((bar) => bar?.value ?? 0)),
    1e-9,
  );
  const scale = (WIDTH - LEFT - RIGHT) / most;
  const drawn = groups.flatMap(({ label, bars }, group) => {
    const top = TOP + group * groupHeight;
    const middle = top + (series.length * BAR) / 2 + 4;
    return [
      text(LEFT - 8, middle, label, { 'text-anchor': 'end' }),
      ...bars.flatMap((bar, at) =>
        bar === undefined ? [] : drawBar(bar.value * scale, top + at * BAR, at, bar.written),
      ),
    ];
  });
  const legend = series.flatMap((name, at) => {
    const x = LEGEND_LEFT + at * 200;
    return [
      markup('rect', { x, y: 44, width: 12, height: 12, ...LOOKS[at] }),
      text(x + 18, 54, name),
    ];
  });
  const size = { width: WIDTH, height };
  const attributes = {
    ...{ xmlns: 'http://www.w3.org/2000/svg', viewBox: `0 0 ${WIDTH} ${height}`, ...size },
    ...{ 'font-family': FONT, 'font-size': 12 },
  };
  const paper = markup('rect', { x: 0, y: 0, ...size, fill: '#ffffff' });
  const heading = text(LEGEND_LEFT, 26, title, { 'font-size': 14, 'font-weight': 'bold' });
  return markupText(markup('svg', attributes, paper, heading, ...legend, ...drawn));
}

function drawBar(value: number, y: number, at: number, written: string): Markup[] {
  const width = Math.max(value, 1).toFixed(1);
  return [
    markup('rect', { x: LEFT, y: y + 1, width, height: BAR - 3, ...LOOKS[at] }),
    text(LEFT + Number(width) + 6, y + BAR - 3, written, { 'font-size': 11 }),
  ];
}

function text(x: number, y: number, words: string, attributes: Markup['attributes'] = {}): Markup {
  return markup('text', { x, y, fill: '#1b2733', ...attributes }, words);
}
