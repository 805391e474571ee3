import { basename } from 'node:path';
import { countText, TERMS } from '@praktikum/capture-report';
import { escapeControls } from '@praktikum/protocol';
import { type Language, paint } from '@praktikum/service';
import type { CaptureSurvey } from '../../story/capture-survey.ts';
import type { ConversationStory } from '../../story/conversation-story.ts';
import type { DatagramStory } from '../../story/datagram-story.ts';
import { answerLines, datagramLadder } from '../../words/datagrams/datagram-lines.ts';
import { DATAGRAM_TEXTS } from '../../words/datagrams/texts.ts';
import { closeLines } from '../../words/explanation/close-lines.ts';
import { conversationTable } from '../../words/explanation/conversation-table.ts';
import { exchangeLines } from '../../words/explanation/exchange-lines.ts';
import { handshakeLines } from '../../words/explanation/handshake-lines.ts';
import { ladder } from '../../words/explanation/ladder.ts';
import { EXPLANATION_TEXTS } from '../../words/explanation/texts.ts';
import { unusualLines } from '../../words/explanation/unusual-lines.ts';
import { wrapText } from '../../words/wrap-text.ts';
import { EXPLAIN_TEXTS } from './texts.ts';

/** Which parts of an explanation are shown. */
interface ShownParts {
  /** Every rung and every turn, however many. */
  readonly all?: boolean;
  /** The ladder has been shown while the packets came. */
  readonly live?: boolean;
  /** The connection was asked for. */
  readonly stream?: number;
}

/** What a capture holds: how many packets, and a table of its conversations. */
export function overviewLines(
  file: string,
  survey: CaptureSurvey,
  filter: string | undefined,
  language: Language,
): string[] {
  const texts = EXPLAIN_TEXTS[language];
  const terms = TERMS[language];
  const number = (value: number) => countText(value, language);
  const { tcp, udp, ending, dropped, shown } = survey;
  const name = escapeControls(basename(file));
  if (filter !== undefined && shown === 0 && ending.packets > 0) {
    return wrapText(texts.nothingShown(escapeControls(filter), number(ending.packets)));
  }
  const lines = [
    ...wrapText(texts.file(name, number(ending.packets), number(tcp.length), number(udp.length))),
    ...(filter === undefined
      ? []
      : wrapText(terms.filtered(escapeControls(filter), number(shown), number(ending.packets)))),
    ...(dropped > 0 ? wrapText(terms.dropped(number(dropped))) : []),
    '',
  ];
  if (tcp.length + udp.length === 0) return [...lines, ...wrapText(texts.nothing)];
  return [...lines, ...conversationTable(survey, language)];
}

/** A TCP connection: its ladder, its handshake, what was said, its close, and what is unusual. */
export function storyLines(
  story: ConversationStory,
  { tcp, dropped }: CaptureSurvey,
  { all = false, stream, live = false }: ShownParts,
  language: Language,
): string[] {
  const { ladder: texts } = EXPLANATION_TEXTS[language];
  const { handshake, exchange, close, unusual } = TERMS[language];
  const number = String(story.conversation.stream);
  const chosen = EXPLAIN_TEXTS[language].chosen(number, countText(tcp.length, language));
  return [
    ...(stream === undefined && tcp.length > 1 ? ['', chosen] : []),
    ...(live ? [] : part(texts.title(number), ladder(story, language, all))),
    ...part(handshake.title, handshakeLines(story, language)),
    ...part(exchange.title, exchangeLines(story, language, all)),
    ...part(close.title, closeLines(story, language)),
    ...part(unusual.title, unusualLines(story, dropped, language)),
  ];
}

/**
 * A UDP conversation: its ladder, and which datagram answers which.
 * @param count UDP conversations of the capture
 */
export function datagramLines(
  story: DatagramStory,
  count: number,
  { live = false }: ShownParts,
  language: Language,
): string[] {
  const texts = DATAGRAM_TEXTS[language];
  const { stream } = story;
  const chosen = EXPLAIN_TEXTS[language].chosenDatagrams(
    String(stream),
    countText(count, language),
  );
  return [
    ...(count > 1 ? ['', chosen] : []),
    ...(live ? [] : part(texts.ladder(stream), datagramLadder(story, language))),
    ...part(texts.answers, answerLines(story, language)),
  ];
}

function part(title: string, lines: readonly string[]): string[] {
  return ['', paint('bold', title, process.stdout), ...lines];
}
