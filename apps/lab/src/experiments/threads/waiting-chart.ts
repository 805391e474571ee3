/** One group of bars, and what stands before it. */
interface BarGroup {
  readonly label: string;
  /** One value for each series; undefined where there is none. */
  readonly values: readonly (number | undefined)[];
}

interface BarChart {
  readonly title: string;
  readonly series: readonly string[];
  readonly groups: readonly BarGroup[];
  /** A value with its unit. */
  readonly written: (value: number) => string;
}

/** That of the text on A4. */
const WIDTH = 640;
const [LEFT, RIGHT, TOP, BAR, GAP] = [90, 90, 76, 14, 10];
/** Title and legend begin here. */
const LEGEND_LEFT = 16;
const FONT = 'DejaVu Sans, Liberation Sans, Arial, sans-serif';
/** They differ in black and white, too: the second one is a frame. */
const LOOKS = [
  'fill="#1f4e79" stroke="#1f4e79"',
  'fill="#ffffff" stroke="#1f4e79"',
  'fill="#9fb8d0" stroke="#1f4e79"',
];

/** Bars with their values beside them, as a picture with plain attributes: viewers of PDF know no others. */
export function barChart({ title, series, groups, written }: BarChart): string {
  const groupHeight = series.length * BAR + GAP;
  const height = TOP + groups.length * groupHeight + GAP;
  const most = Math.max(...groups.flatMap(({ values }) => values.map((value) => value ?? 0)), 1e-9);
  const scale = (WIDTH - LEFT - RIGHT) / most;
  const bars = groups.flatMap(({ label, values }, group) => {
    const top = TOP + group * groupHeight;
    const middle = top + (series.length * BAR) / 2 + 4;
    return [
      text(LEFT - 8, middle, label, 'text-anchor="end"'),
      ...values.flatMap((value, at) =>
        value === undefined ? [] : bar(value * scale, top + at * BAR, at, written(value)),
      ),
    ];
  });
  const legend = series.flatMap((name, at) => [
    `<rect x="${LEGEND_LEFT + at * 200}" y="44" width="12" height="12" ${LOOKS[at]}/>`,
    text(LEGEND_LEFT + at * 200 + 18, 54, name),
  ]);
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${WIDTH} ${height}" width="${WIDTH}" height="${height}" font-family="${FONT}" font-size="12">`,
    `<rect x="0" y="0" width="${WIDTH}" height="${height}" fill="#ffffff"/>`,
    text(LEGEND_LEFT, 26, title, 'font-size="14" font-weight="bold"'),
    ...legend,
    ...bars,
    '</svg>',
  ].join('\n');
}

function bar(width: number, y: number, at: number, value: string): string[] {
  const shown = Math.max(width, 1).toFixed(1);
  return [
    `<rect x="${LEFT}" y="${y + 1}" width="${shown}" height="${BAR - 3}" ${LOOKS[at]}/>`,
    text(LEFT + Number(shown) + 6, y + BAR - 3, value, 'font-size="11"'),
  ];
}

function text(x: number, y: number, words: string, attributes = ''): string {
  const escaped = words.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
  return `<text x="${x}" y="${y}" fill="#1b2733" ${attributes}>${escaped}</text>`;
}
