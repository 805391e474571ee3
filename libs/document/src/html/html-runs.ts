import { escapeMarkup } from '../text/escape-markup.ts';
import type { Run, Runs } from '../text/runs.ts';

/** A text as HTML, none of it markup of its own. */
export function htmlRuns(runs: Runs): string {
  return runs.map(htmlRun).join('');
}

function htmlRun({ text, mark, target }: Run): string {
  const escaped = escapeMarkup(text).replaceAll('\n', '<br>');
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
