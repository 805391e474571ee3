import type { QuestionGroup } from '@praktikum/capture-report';
import type { Words } from '../words.ts';
import { CLOSE_QUESTIONS } from './close-questions.ts';
import { DATA_QUESTIONS } from './data-questions.ts';
import { EXCHANGE_QUESTIONS } from './exchange-questions.ts';
import { FLOW_QUESTIONS } from './flow-questions.ts';
import { GUIDE_QUESTIONS } from './guide-questions.ts';
import { OPENING_QUESTIONS } from './opening-questions.ts';
import type { Finding, Question, QuestionedCapture } from './question.ts';
import type { QuestionName } from './question-texts.ts';

/** What labs on TCP ask. */
const LAB_QUESTIONS: readonly Question[] = [
  ...OPENING_QUESTIONS,
  ...DATA_QUESTIONS,
  ...FLOW_QUESTIONS,
  ...EXCHANGE_QUESTIONS,
  ...CLOSE_QUESTIONS,
];

/** A question, and what the capture says to it. */
export interface Answer extends Finding {
  /** From 1, whatever its group. */
  readonly number: number;
  readonly name: QuestionName;
  readonly group: QuestionGroup;
  readonly question: string;
}

/** All questions in their order, those of the guide first, answered from a capture. */
export function answersOf(capture: QuestionedCapture, words: Words): Answer[] {
  const answer = (group: QuestionGroup) => (question: Question) => ({
    name: question.name,
    group,
    question: words.questions.asked[question.name],
    ...question.answer(capture, words),
  });
  const answers = [...GUIDE_QUESTIONS.map(answer('guide')), ...LAB_QUESTIONS.map(answer('labs'))];
  return answers.map((found, index) => ({ number: index + 1, ...found }));
}
