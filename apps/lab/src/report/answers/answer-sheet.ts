import type { Language } from '@praktikum/service';
import type { Evidence, ExperimentRecord } from '../../evidence/evidence.ts';
import { QUESTIONS } from './questions.ts';
import { ANSWER_TEXTS } from './texts.ts';

/** A new `jawaban.md`: every question, and below it where its evidence is to be found. */
export function answerSheet({ experiments }: Evidence, language: Language): string {
  const texts = ANSWER_TEXTS[language];
  const parts = QUESTIONS.map(({ heading, experiments: numbers }) => {
    const records = experiments.filter(({ number }) => numbers.includes(number));
    const evidence = numbers.length === 0 ? [] : [evidenceText(records.flatMap(cited), texts)];
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

function evidenceText(cited: readonly string[], texts: (typeof ANSWER_TEXTS)['id']): string {
  return cited.length === 0 ? texts.none : `${texts.evidence}\n  ${cited.join('\n  ')}`;
}

function framesText(frames: readonly number[]): string {
  const sorted = frames.toSorted((one, other) => one - other);
  return sorted.length === 0 ? '' : `, frame ${sorted.join(', ')}`;
}

/** `-->` ends a comment, wherever it comes from. */
function comment(lines: readonly string[]): string {
  return `<!-- ${lines.join('\n').replaceAll('--', '- -')} -->`;
}
