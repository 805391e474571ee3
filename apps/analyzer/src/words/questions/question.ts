import type { CaptureSurvey } from '../../story/capture-survey.ts';
import type { ConversationStory } from '../../story/conversation-story.ts';
import type { Words } from '../words.ts';
import type { QuestionName } from './question-texts.ts';

/** What the questions are answered from: a conversation, and the capture that holds it. */
export interface QuestionedCapture<Story = ConversationStory> {
  readonly story: Story;
  readonly survey: CaptureSurvey;
}

/** What a capture says to a question. */
export interface Finding {
  /** Paragraphs; a line that begins with two spaces stands as it is. */
  readonly text: readonly string[];
  /** The frames that show it. */
  readonly frames: readonly number[];
  /** The capture does not hold what the answer needs; the text says what. */
  readonly missing?: boolean;
  /** The values of the answer, for programs. Times are seconds. */
  readonly data?: Readonly<Record<string, unknown>>;
}

/** A question, and how it is answered from a TCP connection or a UDP conversation. */
export interface Question<Story = ConversationStory> {
  readonly name: QuestionName;
  readonly answer: (capture: QuestionedCapture<Story>, words: Words) => Finding;
}

/** The answer where the capture does not hold what it needs; it may hold frames that show that. */
export function missing(text: string, frames: readonly number[] = []): Finding {
  return { text: [text], frames, missing: true };
}
