import type { ReportExplanation } from '@praktikum/capture-report';
import type { ConversationStory } from '../../story/conversation-story.ts';
import type { DatagramStory } from '../../story/datagram-story.ts';
import { bytesText } from '../../words/bytes-text.ts';
import { answerTexts } from '../../words/datagrams/datagram-lines.ts';
import { closeTexts } from '../../words/explanation/close-lines.ts';
import { turnText } from '../../words/explanation/exchange-lines.ts';
import { handshakeTexts } from '../../words/explanation/handshake-lines.ts';
import { unusualTexts } from '../../words/explanation/unusual-lines.ts';
import type { Words } from '../../words/words.ts';
import { MOST_LISTED_FRAMES, MOST_REPORT_TURNS } from '../report-limits.ts';

/** Characters of what was said in one turn. */
const TURN_CHARACTERS = 240;

/** What the terminal says of a conversation, for a page. */
export function reportExplanation(
  story: ConversationStory,
  dropped: number,
  words: Words,
): ReportExplanation {
  const { paragraphs, options } = handshakeTexts(story, words);
  const { groups, remarks } = unusualTexts(story, dropped, words);
  const turns = story.turns.slice(0, MOST_REPORT_TURNS);
  return {
    datagrams: [],
    handshake: paragraphs,
    options,
    turns: turns.map((turn, index) => ({
      fromClient: turn.fromClient,
      said: turnText(turn, turns[index - 1], words),
      text: turn.bytes > 0 ? bytesText(turn.text, TURN_CHARACTERS, turn.bytes) : '',
    })),
    moreTurns: story.turns.length - turns.length,
    close: closeTexts(story, words),
    unusual: groups.map(({ name, cause, frames, details }) => ({
      name,
      cause,
      frames: frames.slice(0, MOST_LISTED_FRAMES),
      count: frames.length,
      details,
    })),
    remarks,
  };
}

/** The same of a UDP conversation, which has no handshake, no turns and no close. */
export function datagramExplanation(story: DatagramStory, words: Words): ReportExplanation {
  const told = answerTexts(story, words);
  const shown = told.slice(0, MOST_REPORT_TURNS);
  const rest = told.length - shown.length;
  return {
    datagrams: [...shown, ...(rest > 0 ? [words.questions.more(rest)] : []), words.datagrams.note],
    ...{ handshake: [], options: [], turns: [], moreTurns: 0 },
    ...{ close: [], unusual: [], remarks: [] },
  };
}
