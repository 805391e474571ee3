import { framesText } from '@praktikum/capture-report';
import type { ConversationStory } from '../../story/conversation-story.ts';
import { unseenSide } from '../../story/unseen-side.ts';
import { findHandshake, takenWithSyn } from '../../story/handshake.ts';
import type { Words } from '../words.ts';
import { type Finding, missing, type Question, type QuestionedCapture } from './question.ts';

/** Who, and how the connection was opened. */
export const OPENING_QUESTIONS: readonly Question[] = [
  { name: 'client', answer: (capture, words) => endpoint(capture, 'client', words) },
  { name: 'server', answer: (capture, words) => endpoint(capture, 'server', words) },
  { name: 'syn', answer: synAnswer },
  { name: 'synAck', answer: synAckAnswer },
];

function endpoint(
  { story }: QuestionedCapture,
  end: 'client' | 'server',
  { questions }: Words,
): Finding {
  const { syn, synAck } = findHandshake(story.segments);
  const shown = syn ?? synAck ?? story.segments[0];
  const address = story[end];
  const guessed = !syn && !synAck;
  return {
    text: [`${address}.${guessed ? questions.opening.guessed : ''}`],
    frames: shown ? [shown.frame] : [],
    data: { address, guessed },
  };
}

function synAnswer({ story }: QuestionedCapture, { questions }: Words): Finding {
  const { opening: texts } = questions;
  const { syn, repeated, retried } = findHandshake(story.segments);
  if (!syn) return missing(texts.noSyn + oneDirection(story, texts));
  const raw = syn.rawSequence;
  const again = repeated.length > 0 ? texts.repeated(framesText(repeated)) : '';
  const tried = retried.length > 0 ? texts.retried(framesText(retried)) : '';
  return {
    text: [texts.syn(raw) + again + tried],
    frames: [syn.frame, ...repeated, ...retried],
    data: { raw, relative: 0 },
  };
}

function synAckAnswer({ story }: QuestionedCapture, { questions }: Words): Finding {
  const { opening: texts } = questions;
  const { syn, synAck } = findHandshake(story.segments);
  if (!synAck) {
    const refused = story.conversation.lifecycle.reset?.cause === 'refused';
    if (refused) return { text: [texts.refused], frames: [] };
    return missing((syn ? texts.noAnswer : texts.noSynAck) + oneDirection(story, texts));
  }
  const { rawSequence: seq, rawAcknowledgement: ack } = synAck;
  const taken = takenWithSyn(synAck, syn);
  const permitted = synAck.options?.sackPermitted === true;
  return {
    text: [
      taken === undefined
        ? texts.unfit(seq, ack)
        : texts.synAck(seq, ack, (ack - taken - 1) >>> 0) + (taken > 0 ? texts.taken(taken) : ''),
      permitted ? texts.sack : texts.noSack,
    ],
    frames: [...(syn ? [syn.frame] : []), synAck.frame],
    data: { raw: seq, relative: 0, acknowledgement: ack, sackPermitted: permitted },
  };
}

function oneDirection(story: ConversationStory, texts: Words['questions']['opening']): string {
  const side = unseenSide(story);
  return side ? texts.oneDirection(side.seen, side.unseen) : '';
}
