import { inBoth, type Words } from '../../words.ts';
import { QUESTION_TEXTS } from './texts.ts';

/** What the report of the guide asks its writer for, in the guide's words. */
export type QuestionId =
  | 'goals'
  | 'tools'
  | 'steps'
  | 'analysis'
  | 'handshake'
  | 'udp'
  | 'threads'
  | 'summary'
  | 'difficulties'
  | 'suggestions';

export interface Question {
  readonly id: QuestionId;
  /** The heading in `jawaban.md`. */
  readonly heading: Words;
  /** Experiments whose evidence stands beside the answer, by their numbers. */
  readonly experiments: readonly number[];
  /** Whether a report may do without an answer: it tells of this by itself. */
  readonly isOptional: boolean;
}

/** In the order of the guide's format. */
export const QUESTIONS: readonly Question[] = [
  question('goals', []),
  question('tools', [], true),
  question('steps', [], true),
  question('analysis', [1, 4, 5]),
  question('handshake', [1]),
  question('udp', [3]),
  question('threads', [2]),
  question('summary', []),
  question('difficulties', []),
  question('suggestions', []),
];

function question(id: QuestionId, experiments: readonly number[], isOptional = false): Question {
  return { id, heading: inBoth(QUESTION_TEXTS, (texts) => texts[id]), experiments, isOptional };
}
