import { CodedError } from '@praktikum/protocol/coded-error';
import type { ConversationTimes } from './conversation-times.ts';
import type { History } from './history.ts';
import type { SavedState } from './saved-state.ts';
import type { Answers, Question } from './thread-messages.ts';

/** What a question is answered from. */
export interface Sources {
  readonly history: History;
  readonly times: ConversationTimes;
  readonly state: SavedState;
}

/** Whether it changes something, so that it needs a disk that takes writes. */
export function isChange({ type }: Question): boolean {
  return type === 'save-account' || type === 'redact';
}

/** @throws CodedError `ERR_MESSAGE_UNKNOWN` */
export function answerQuestion(
  { history, times, state }: Sources,
  question: Question,
): Answers[Question['type']] {
  switch (question.type) {
    case 'save-account':
      return void state.saveAccount(question.account);
    case 'redact':
      return history.redact(question.conversation, question.msgid);
    case 'find':
      return history.find(question.conversation, question.msgid);
    case 'page':
      return history.page(question.conversation, question.query);
    case 'talks':
      return times.talks(question.name, question, question.limit);
    case 'latest':
      return times.latest(question.conversations, question);
  }
}

/** A change while nothing can be written. It is refused at once: nobody waits until a disk has room. */
export function refusal(reason: string): CodedError {
  return new CodedError('ERR_CHAT_STORE_BUSY', `nothing can be stored now: ${reason}`, {
    details: { reason },
  });
}
