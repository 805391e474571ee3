import { escapeText } from '@praktikum/protocol/markup';
import { optionParts } from '../text/option-parts.ts';
import type { Run, Runs } from '../text/runs.ts';

/** A text as HTML in which the options of commands stay whole. */
export function escapeWithOptions(text: string): string {
  const parts = optionParts(text).map((part) => {
    const escaped = escapeText(part.text);
    return part.isOption ? `<span class="document-option">${escaped}</span>` : escaped;
  });
  return parts.join('');
}

/** A text as HTML, none of it markup of its own. */
export function htmlRuns(runs: Runs): string {
  return runs.map((run) => htmlRun(run, withBreaks(run.text))).join('');
}

const LONG_WORD = /\S{16,}/g;

/** The text of a cell: words keep its column as wide as they are, unless they are long. */
export function htmlCell(runs: Runs): string {
  return runs.map((run) => htmlRun(run, withLongWords(run.text))).join('');
}

function withLongWords(text: string): string {
  const long = text.match(LONG_WORD) ?? [];
  const marked = long.map((word) => `<span class="document-long">${withBreaks(word)}</span>`);
  return text
    .split(LONG_WORD)
    .map((part, at) => withBreaks(part) + (marked[at] ?? ''))
    .join('');
}

function withBreaks(text: string): string {
  return escapeWithOptions(text).replaceAll('\n', '<br>');
}

function htmlRun({ mark, target }: Run, escaped: string): string {
  if (target !== undefined) return `<a href="#${target}">${escaped}</a>`;
  switch (mark) {
    case 'bold':
      return `<b>${escaped}</b>`;
    case 'italic':
      return `<i>${escaped}</i>`;
    case 'code':
      return `<code>${escaped}</code>`;
    case 'gap':
      return `<mark>${escaped}</mark>`;
    case undefined:
      return escaped;
  }
}
