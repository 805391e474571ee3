import { CLOSE_QUESTIONS } from './close-questions.ts';
import { DATA_QUESTIONS } from './data-questions.ts';
import { EXCHANGE_QUESTIONS } from './exchange-questions.ts';
import { FLOW_QUESTIONS } from './flow-questions.ts';
import { OPENING_QUESTIONS } from './opening-questions.ts';
import type { Question } from './question.ts';

/** The questions that labs on TCP ask, in the order in which they are numbered, from 1. */
export const QUESTIONS: readonly Question[] = [
  ...OPENING_QUESTIONS,
  ...DATA_QUESTIONS,
  ...FLOW_QUESTIONS,
  ...EXCHANGE_QUESTIONS,
  ...CLOSE_QUESTIONS,
];
