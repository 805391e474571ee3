import type { QuestionGroup } from '@praktikum/capture-report';
import type { CaptureSurvey } from '../../story/capture-survey.ts';
import type { ExplainedStory } from '../../story/choose-story.ts';
import type { Words } from '../words.ts';
import { CLOSE_QUESTIONS } from './close-questions.ts';
import { DATA_QUESTIONS } from './data-questions.ts';
import { EXCHANGE_QUESTIONS } from './exchange-questions.ts';
import { FLOW_QUESTIONS } from './flow-questions.ts';
import { DATAGRAM_QUESTIONS, GUIDE_DATAGRAM_QUESTIONS } from './datagram-questions.ts';
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

/** All questions in their order, those of the guide first, answered from one conversation. */
export function answersOf(story: ExplainedStory, survey: CaptureSurvey, words: Words): Answer[] {
  const answers =
    story.protocol === 'TCP'
      ? [
          ...answered('guide', GUIDE_QUESTIONS, { story, survey }, words),
          ...answered('labs', LAB_QUESTIONS, { story, survey }, words),
        ]
      : [
          ...answered('guide', GUIDE_DATAGRAM_QUESTIONS, { story, survey }, words),
          ...answered('labs', DATAGRAM_QUESTIONS, { story, survey }, words),
        ];
  return answers.map((found, index) => ({ number: index + 1, ...found }));
}

function answered<Story>(
  group: QuestionGroup,
  questions: readonly Question<Story>[],
  capture: QuestionedCapture<Story>,
  words: Words,
) {
  return questions.map(({ name, answer }) => ({
    ...{ name, group, question: words.questions.asked[name] },
    ...answer(capture, words),
  }));
}
