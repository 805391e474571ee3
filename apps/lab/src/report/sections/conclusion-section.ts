import type { Block, Section } from '@praktikum/document';
import type { ReportMaterial } from '../report-material.ts';
import { REPORT_TEXTS } from '../texts.ts';
import { answerSection } from './answer-section.ts';

/** The conclusion: summary, difficulties, suggestions, in the writer's words. */
export function conclusionSection(material: ReportMaterial): Section {
  const difficulties = answerSection('difficulties', material);
  return {
    title: REPORT_TEXTS[material.language].sections.conclusion,
    blocks: [],
    sections: [
      answerSection('summary', material),
      { ...difficulties, blocks: [...difficulties.blocks, ...notObserved(material)] },
      answerSection('suggestions', material),
    ],
  };
}

/** The writer's difficulties are the writer's; what the program met stands below them. */
function notObserved({ evidence, language }: ReportMaterial): Block[] {
  const items = evidence.experiments.flatMap(({ title, missing }) =>
    missing.map(({ what, why }) => `${title[language]}: ${what[language]}: ${why[language]}`),
  );
  if (items.length === 0) return [];
  return [
    { kind: 'paragraph', text: REPORT_TEXTS[language].notObserved },
    { kind: 'list', ordered: false, items },
  ];
}
