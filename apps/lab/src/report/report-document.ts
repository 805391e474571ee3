import type { Document, Inlines } from '@praktikum/document';
import type { ReportDetails } from './details/details.ts';
import type { ReportMaterial } from './report-material.ts';
import { answerSection } from './sections/answer-section.ts';
import { conclusionSection } from './sections/conclusion-section.ts';
import { resultsSection } from './sections/results-section.ts';
import { stepsSection } from './sections/steps-section.ts';
import { toolsSection } from './sections/tools-section.ts';
import { REPORT_TEXTS } from './texts.ts';

const TITLE_LINES = ['name', 'class', 'school', 'date'] as const;

/** The report in the format of the guide: its sections, in its order. */
export function reportDocument(material: ReportMaterial): Document {
  const { language, details } = material;
  const texts = REPORT_TEXTS[language];
  const value = (detail: keyof ReportDetails): Inlines =>
    details[detail] ?? [{ text: texts.missingDetail, mark: 'gap' }];
  return {
    language,
    title: texts.title,
    ...(details.name !== undefined && { author: details.name }),
    titlePage: TITLE_LINES.map((detail) => ({
      label: texts.titlePage[detail],
      value: value(detail),
    })),
    sections: [
      answerSection('goals', material),
      toolsSection(material),
      stepsSection(material),
      resultsSection(material),
      conclusionSection(material),
    ],
  };
}
