import type { Language } from '@praktikum/service';
import { escapeText } from '@praktikum/protocol/markup';
import type { ExperimentRecord } from '../evidence/evidence.ts';
import { EXHIBIT_TEXTS } from '../exhibits/texts.ts';
import type { Experiment } from '../experiments/experiment.ts';
import { MARKS } from '../exhibits/marks.ts';
import { PAGE_TEXTS } from './texts.ts';

/** The checklist of the terminal, with links to what was observed. */
export function checklistHtml(
  experiments: readonly Experiment[],
  records: readonly ExperimentRecord[],
  language: Language,
): string {
  const items = experiments.map(({ number, title }) => {
    const record = records.find((each) => each.number === number);
    const words = escapeText(`${number} ${title[language]}`);
    if (record === undefined) return item('todo', '·', words, PAGE_TEXTS[language].notYet);
    const { state } = record;
    const link = `<a href="#${language}-${number}">${words}</a>`;
    return item(state, MARKS[state], link, EXHIBIT_TEXTS[language].states[state]);
  });
  return `<ul class="checklist">${items.join('')}</ul>`;
}

function item(state: string, mark: string, title: string, how: string): string {
  return `<li class="${state}"><span aria-hidden="true">${mark}</span> ${title} <em>${escapeText(how)}</em></li>`;
}
