import type { Language } from '@praktikum/service';
import type { Evidence, ExperimentRecord } from '../../evidence/evidence.ts';
import { exhibitId } from '../../exhibits/exhibit-block.ts';
import { QUESTIONS } from './questions.ts';
import { ANSWER_TEXTS } from './texts.ts';

/** A new `jawaban.md`: every question, and below it where its evidence is to be found. */
export function answerSheet({ experiments }: Evidence, language: Language): string {
  const texts = ANSWER_TEXTS[language];
  const parts = QUESTIONS.map(({ heading, experiments: numbers }) => {
    const records = experiments.filter(({ number }) => numbers.includes(number));
    const evidence = numbers.length === 0 ? [] : [evidenceText(records, texts)];
    return [`## ${heading[language]}`, comment([...evidence, texts.writeHere]), ''].join('\n\n');
  });
  return `${comment(texts.head)}\n\n${parts.join('\n')}`;
}

/** Each file once, with all the frames of it that a finding names. */
function cited({ folder, findings }: ExperimentRecord): string[] {
  const files = new Map<string, Set<number>>();
  for (const { file, frames } of findings.flatMap(({ cites }) => cites)) {
    files.set(file, new Set([...(files.get(file) ?? []), ...frames]));
  }
  return [...files].map(([file, frames]) => `${folder}/${file}${framesText([...frames])}`);
}

function evidenceText(
  records: readonly ExperimentRecord[],
  texts: (typeof ANSWER_TEXTS)['id'],
): string {
  const files = records.flatMap(cited);
  if (files.length === 0) return texts.none;
  const names = records.flatMap((record) =>
    record.exhibits.map((exhibit) => `[[${exhibitId(record, exhibit)}]]`),
  );
  const shown = names.length === 0 ? [] : [`${texts.shown}\n  ${names.join('\n  ')}`];
  return [`${texts.evidence}\n  ${files.join('\n  ')}`, ...shown].join('\n');
}

function framesText(frames: readonly number[]): string {
  const sorted = frames.toSorted((one, other) => one - other);
  return sorted.length === 0 ? '' : `, frame ${sorted.join(', ')}`;
}

/** `-->` ends a comment, wherever it comes from. */
function comment(lines: readonly string[]): string {
  return `<!-- ${lines.join('\n').replaceAll('--', '- -')} -->`;
}
