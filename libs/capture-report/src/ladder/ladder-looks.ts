import { type Markup, markup } from '@praktikum/protocol/markup';
import type { ReportSegment } from '../data/report-segment.ts';
import type { ReportTexts } from '../words/report-texts.ts';
import type { Palette } from './ladder-colors.ts';
import { drawRung, type LadderColumns, rungClass } from './rung.ts';
import { segmentKind } from './segment-text.ts';

/** The font of a ladder, as attributes of whatever holds it. Not every viewer takes names in quotation marks. */
export const LADDER_FONT = {
  'font-family':
    'ui-monospace, SFMono-Regular, Menlo, Consolas, DejaVu Sans Mono, Liberation Mono, monospace',
  'font-size': '12px',
} as const;

type Look = Readonly<Record<string, string>>;

/** The colour of what the segment is: a SYN, data … */
const KIND = 'currentColor';

/**
 * How the parts of a rung look, by their class: presentation attributes, which every program that shows
 * SVG understands. `--ink` is a colour of the palette.
 */
const LOOKS: Readonly<Record<string, Look>> = {
  'rung-ground': { fill: 'none', 'pointer-events': 'all' },
  rail: { stroke: '--line', 'stroke-width': '2' },
  number: { fill: '--ink', 'font-weight': '600' },
  time: { fill: '--quiet' },
  said: { fill: '--ink' },
  mark: { fill: '--ink' },
  payload: { fill: '--data', 'unicode-bidi': 'isolate' },
  label: { fill: '--unusual', 'font-weight': '600' },
  state: { fill: '--quiet', 'font-size': '11px', 'font-weight': '600' },
  'state-dot': { fill: '--quiet' },
  arrow: { stroke: KIND, 'stroke-width': '1.75' },
  'is-dashed': { 'stroke-dasharray': '7 4' },
  head: { fill: KIND },
  cross: { stroke: KIND, 'stroke-width': '2.5', fill: 'none' },
};

/** The looks as a style sheet for a page, where colours change with the screen. */
export const LADDER_CSS = [
  `.rung{${declarations(LADDER_FONT)}}`,
  ...(['syn', 'fin', 'rst', 'data', 'ack'] as const).map(
    (kind) => `.rung-${kind}{color:var(--${kind})}`,
  ),
  ...Object.entries(LOOKS).map(([name, look]) => `.rung .${name}{${declarations(look)}}`),
].join('\n');

function declarations(look: Look): string {
  return Object.entries(look)
    .map(([name, value]) => `${name}:${value.startsWith('--') ? `var(${value})` : value}`)
    .join(';');
}

/** A rung for a picture of its own: its colours are in it, and no style sheet is needed. */
export function paintedRung(
  segment: ReportSegment,
  columns: LadderColumns,
  texts: ReportTexts,
  palette: Palette,
): Markup {
  const paint = (value: string) => {
    if (value === KIND) return palette[segmentKind(segment)];
    return value.startsWith('--') ? palette[value.slice(2) as keyof Palette] : value;
  };
  const parts = drawRung(segment, columns, texts).map(({ tag, attributes, children }) => {
    const classes = String(attributes['class']).split(' ');
    const looks = classes.flatMap((name) => Object.entries(LOOKS[name] ?? {}));
    const painted = Object.fromEntries(looks.map(([name, value]) => [name, paint(value)]));
    return { tag, attributes: { ...attributes, ...painted }, children };
  });
  return markup('g', { class: rungClass(segment) }, ...parts);
}
