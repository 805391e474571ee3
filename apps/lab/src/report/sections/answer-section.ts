import type { Block, Inline, Section } from '@praktikum/document';
import type { Exhibit } from '../../evidence/evidence.ts';
import { exhibitId } from '../../exhibits/exhibit-block.ts';
import { QUESTIONS, type QuestionId } from '../answers/questions.ts';
import { withReferences } from '../answers/with-references.ts';
import type { ReportMaterial } from '../report-material.ts';
import { REPORT_TEXTS } from '../texts.ts';

/** A question, the answer of the report's writer, and the evidence beside it. */
export function answerSection(id: QuestionId, material: ReportMaterial): Section {
  const { heading, experiments } = QUESTIONS.find((question) => question.id === id)!;
  const { language, answers } = material;
  const answer = answers.get(id) ?? [
    { kind: 'gap', text: REPORT_TEXTS[language].unanswered } as const,
  ];
  const blocks = withReferences(answer, material.exhibits);
  return {
    title: heading[language],
    blocks: [...blocks, ...evidenceBlocks(experiments, material)],
  };
}

/** What the writer adds to a section of which the program knows something by itself. */
export function ownWords(id: QuestionId, { answers, exhibits }: ReportMaterial): readonly Block[] {
  return withReferences(answers.get(id) ?? [], exhibits);
}

/** What was observed about a question: where it stands in this report, and in which files and frames. */
function evidenceBlocks(
  experiments: readonly number[],
  { evidence, language, exhibits }: ReportMaterial,
): Block[] {
  if (experiments.length === 0) return [];
  const texts = REPORT_TEXTS[language];
  const records = evidence.experiments.filter(({ number }) => experiments.includes(number));
  const items = records.flatMap((record) => {
    const isShown = (exhibit: Exhibit) =>
      (exhibits.get(exhibitId(record, exhibit))?.kind ?? 'gap') !== 'gap';
    const shown = record.exhibits.filter(isShown);
    const references = shown.flatMap((exhibit, at): Inline[] => [
      ...(at > 0 ? [', '] : []),
      { referTo: exhibitId(record, exhibit) },
    ]);
    return references.length === 0 ? [] : [[`${record.title[language]}: `, ...references]];
  });
  if (items.length === 0) return [{ kind: 'gap', text: texts.noEvidence }];
  return [
    { kind: 'paragraph', text: [{ text: texts.evidence, mark: 'bold' }] },
    { kind: 'list', ordered: false, items },
  ];
}
