import type { Language } from '@praktikum/service';
import type { Evidence, ExperimentRecord } from '../../evidence/evidence.ts';
import { exhibitId } from '../../exhibits/exhibit-block.ts';
import { cited } from '../../exhibits/record-blocks.ts';
import { QUESTIONS } from './questions.ts';
import { ANSWER_TEXTS } from './texts.ts';

/** A new `jawaban.md`: every question, and below it where its evidence is to be found. */
export function answerSheet({ experiments }: Evidence, language: Language): string {
  const texts = ANSWER_TEXTS[language];
  const parts = QUESTIONS.map(({ heading, experiments: numbers, isOptional }) => {
    const records = experiments.filter(({ number }) => numbers.includes(number));
    const evidence = numbers.length === 0 ? [] : [evidenceText(records, language)];
    return [
      `## ${heading[language]}`,
      comment([...evidence, isOptional ? texts.mayAdd : texts.writeHere]),
      '',
    ].join('\n\n');
  });
  return `${comment(texts.head)}\n\n${parts.join('\n')}`;
}

/** Each file once, with all the frames of it that a finding names. */
function citedFiles({ folder, findings }: ExperimentRecord, language: Language): string[] {
  const files = new Map<string, Set<number>>();
  for (const { file, frames } of findings.flatMap(({ cites }) => cites)) {
    files.set(file, new Set([...(files.get(file) ?? []), ...frames]));
  }
  return [...files].map(([file, frames]) =>
    cited({ file: `${folder}/${file}`, frames: [...frames] }, language),
  );
}

function evidenceText(records: readonly ExperimentRecord[], language: Language): string {
  const texts = ANSWER_TEXTS[language];
  const files = records.flatMap((record) => citedFiles(record, language));
  if (files.length === 0) return texts.none;
  const names = records.flatMap((record) =>
    record.exhibits.map(
      (exhibit) => `[[${exhibitId(record, exhibit)}]] ${exhibit.caption[language]}`,
    ),
  );
  const shown = names.length === 0 ? [] : [`${texts.shown}\n  ${names.join('\n  ')}`];
  return [`${texts.evidence}\n  ${files.join('\n  ')}`, ...shown].join('\n');
}

/** `-->` ends a comment, wherever it comes from. */
function comment(lines: readonly string[]): string {
  return `<!-- ${lines.join('\n').replaceAll('--', '- -')} -->`;
}
