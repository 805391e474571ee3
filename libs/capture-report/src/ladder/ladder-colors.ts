/**
 * Colours of the ladder and the graphs, on light and on dark ground. They differ in brightness too, and
 * are told apart with every kind of colour blindness (after Okabe and Ito); nothing is said by colour alone.
 */
export const COLORS = {
  light: {
    ground: '#ffffff',
    raised: '#f4f6f8',
    ink: '#1b2733',
    quiet: '#566573',
    line: '#c3ccd5',
    syn: '#00704f',
    fin: '#9a3d78',
    rst: '#b34a00',
    data: '#005f9e',
    ack: '#566573',
    unusual: '#b34a00',
    chosen: '#fff1c2',
    related: '#dcecf8',
    focus: '#005f9e',
  },
  dark: {
    ground: '#12181f',
    raised: '#1b242d',
    ink: '#e8edf2',
    quiet: '#a3b1be',
    line: '#405060',
    syn: '#35c598',
    fin: '#e39bc9',
    rst: '#ff9a4d',
    data: '#6cb8f0',
    ack: '#a3b1be',
    unusual: '#ff9a4d',
    chosen: '#4b3d0c',
    related: '#173c58',
    focus: '#6cb8f0',
  },
} as const;

export type Palette = Readonly<Record<keyof (typeof COLORS)['light'], string>>;

/** The colours as CSS variables: `--ground: #ffffff; …`. */
export function paletteCss(palette: Palette): string {
  return Object.entries(palette)
    .map(([name, value]) => `--${name}:${value}`)
    .join(';');
}
