import { basename } from 'node:path';
import { escapeControls } from '@praktikum/protocol';
import { paint } from '@praktikum/service';
import type { CaptureSurvey } from '../../story/capture-survey.ts';
import type { ExplainedStory } from '../../story/choose-story.ts';
import type { ConversationStory } from '../../story/conversation-story.ts';
import type { DatagramStory } from '../../story/datagram-story.ts';
import { answerLines, datagramLadder } from '../../words/datagrams/datagram-lines.ts';
import { closeLines } from '../../words/explanation/close-lines.ts';
import { conversationTable } from '../../words/explanation/conversation-table.ts';
import { exchangeLines } from '../../words/explanation/exchange-lines.ts';
import { handshakeLines } from '../../words/explanation/handshake-lines.ts';
import { ladder } from '../../words/explanation/ladder.ts';
import { unusualLines } from '../../words/explanation/unusual-lines.ts';
import { unreadLines } from '../../words/unread-lines.ts';
import { wrapText } from '../../words/wrap-text.ts';
import type { Texts } from '../texts.ts';

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
  captured: string,
  survey: CaptureSurvey,
  filter: string | undefined,
  texts: Texts,
): string[] {
  const { explain, words } = texts;
  const { terms, number } = words;
  const { tcp, udp, ending, dropped, shown } = survey;
  const name = escapeControls(basename(captured));
  if (filter !== undefined && shown === 0 && ending.packets > 0) {
    return wrapText(explain.nothingShown(escapeControls(filter), number(ending.packets)));
  }
  const lines = [
    ...wrapText(explain.file(name, number(ending.packets), number(tcp.length), number(udp.length))),
    ...(filter === undefined
      ? []
      : wrapText(terms.filtered(escapeControls(filter), number(shown), number(ending.packets)))),
    ...(dropped > 0 ? wrapText(terms.dropped(number(dropped))) : []),
    ...unreadLines(survey.unread, words),
    '',
  ];
  if (tcp.length + udp.length === 0) {
    return [...lines, ...wrapText(survey.unread.count > 0 ? explain.noneRead : explain.nothing)];
  }
  return [...lines, ...conversationTable(survey, words)];
}

/** The conversation that is explained, whatever its protocol. */
export function storyLines(
  story: ExplainedStory,
  survey: CaptureSurvey,
  shown: ShownParts,
  texts: Texts,
): string[] {
  return story.protocol === 'TCP'
    ? connectionLines(story, survey, shown, texts)
    : datagramLines(story, survey, shown, texts);
}

/** A TCP connection: its ladder, its handshake, what was said, its close, and what is unusual. */
function connectionLines(
  story: ConversationStory,
  { tcp, udp, dropped }: CaptureSurvey,
  { all = false, stream, live = false }: ShownParts,
  texts: Texts,
): string[] {
  const { explain, words } = texts;
  const { handshake, exchange, close, unusual } = words.terms;
  const number = String(story.conversation.stream);
  const chosen = explain.chosen(number, words.number(tcp.length));
  return [
    ...(stream === undefined && tcp.length > 1 ? ['', ...wrapText(chosen)] : []),
    ...(udp.length > 0 ? ['', ...wrapText(explain.alsoDatagrams(words.number(udp.length)))] : []),
    ...(live ? [] : part(words.explanation.ladder.title(number), ladder(story, words, all))),
    ...part(handshake.title, handshakeLines(story, words)),
    ...part(exchange.title, exchangeLines(story, words, all)),
    ...part(close.title, closeLines(story, words)),
    ...part(unusual.title, unusualLines(story, dropped, words)),
  ];
}

/** A UDP conversation: its ladder, and which datagram answers which. */
function datagramLines(
  story: DatagramStory,
  { udp: { length: count } }: CaptureSurvey,
  { all = false, live = false }: ShownParts,
  texts: Texts,
): string[] {
  const { explain, words } = texts;
  const { stream } = story;
  const chosen = explain.chosenDatagrams(String(stream), words.number(count));
  return [
    ...(count > 1 ? ['', ...wrapText(chosen)] : []),
    ...(live ? [] : part(words.datagrams.ladder(stream), datagramLadder(story, words, all))),
    ...part(words.datagrams.answers, answerLines(story, words, all)),
  ];
}

function part(title: string, lines: readonly string[]): string[] {
  const heading = wrapText(title).map((line) => paint('bold', line, process.stdout));
  return ['', ...heading, ...lines];
}
