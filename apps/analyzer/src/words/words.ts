import { REPORT_TEXTS, type ReportTexts } from '@praktikum/capture-report';
import type { Catalogue } from '@praktikum/service';
import { DATAGRAM_TEXTS, type DatagramTexts } from './datagrams/texts.ts';
import type { ExplanationTexts } from './explanation/explanation-texts.ts';
import { EXPLANATION_TEXTS } from './explanation/texts.ts';
import type { QuestionTexts } from './questions/question-texts.ts';
import { QUESTION_TEXTS } from './questions/texts.ts';

/** All that is said of the conversations of a capture. */
export interface Words extends ReportTexts {
  readonly explanation: ExplanationTexts;
  readonly datagrams: DatagramTexts;
  readonly questions: QuestionTexts;
}

export const WORDS: Catalogue<Words> = {
  id: {
    ...REPORT_TEXTS.id,
    explanation: EXPLANATION_TEXTS.id,
    datagrams: DATAGRAM_TEXTS.id,
    questions: QUESTION_TEXTS.id,
  },
  en: {
    ...REPORT_TEXTS.en,
    explanation: EXPLANATION_TEXTS.en,
    datagrams: DATAGRAM_TEXTS.en,
    questions: QUESTION_TEXTS.en,
  },
};
