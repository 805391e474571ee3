import type { Inline, Inlines } from '../document.ts';
import { cleanText } from './clean-text.ts';

export type Mark = Extract<Inline, { mark: unknown }>['mark'];

/** A piece of a text that looks alike, ready to be written: clean, its references resolved. */
export interface Run {
  readonly text: string;
  readonly mark?: Mark;
  /** The anchor of the figure or table that it names. */
  readonly target?: string;
}

export type Runs = readonly Run[];

/** What a reference is written as, and where it leads. */
export interface Reference {
  readonly label: string;
  readonly anchor: string;
}

/** @param refer finds what an id stands for; throws where nothing bears it */
export function runsOf(inlines: Inlines, refer: (id: string) => Reference): Runs {
  const listed = typeof inlines === 'string' ? [inlines] : inlines;
  return listed.map((inline) => runOf(inline, refer)).filter((run) => run.text !== '');
}

function runOf(inline: Inline, refer: (id: string) => Reference): Run {
  if (typeof inline === 'string') return { text: cleanWords(inline) };
  if ('mark' in inline) return { text: cleanWords(inline.text), mark: inline.mark };
  const { label, anchor } = refer(inline.referTo);
  return { text: label, target: anchor };
}

/** A tab means nothing between words, and each kind of file would show another width. */
function cleanWords(text: string): string {
  return cleanText(text).replaceAll('\t', ' ');
}

export function plainText(runs: Runs): string {
  return runs.map((run) => run.text).join('');
}
