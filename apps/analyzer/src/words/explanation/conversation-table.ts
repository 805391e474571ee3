import type { Endpoint } from '@praktikum/capture';
import type { CaptureSurvey } from '../../story/capture-survey.ts';
import { connectionEnding } from '../../story/connection-ending.ts';
import { serverOf } from '../../story/conversation-story.ts';
import { endpointText } from '../../story/endpoint-text.ts';
import type { Words } from '../words.ts';
import { COLUMNS } from '../wrap-text.ts';

/**
 * Rows of each table; of more conversations the rest is counted.
 * @unit rows
 * @against a table longer than a terminal remembers
 * @provenBy ../../../integration/limits.spec.ts: lists so many conversations and counts the rest
 */
const MOST_ROWS = 40;
const ENDS_WIDTH = 39;

/** The conversations of a capture, TCP and then UDP. */
export function conversationTable(survey: CaptureSurvey, words: Words): string[] {
  const { table: texts } = words.explanation;
  const tcp = survey.tcp.slice(0, MOST_ROWS).map((row) => tcpRow(row, words));
  const udp = survey.udp.slice(0, MOST_ROWS).map((row) => udpRow(row, words));
  const more = (count: number) =>
    count > MOST_ROWS ? [texts.more(String(count - MOST_ROWS))] : [];
  const [no, ends, frames, sent, got] = texts.columns;
  return [
    ...(tcp.length > 0 ? row(no, `TCP ${ends}`, frames, sent, got, '') : []),
    ...tcp.flat(),
    ...more(survey.tcp.length),
    ...(udp.length > 0 ? row(no, `UDP ${ends}`, frames, sent, got, '') : []),
    ...udp.flat(),
    ...more(survey.udp.length),
  ];
}

function tcpRow({ conversation, shown }: CaptureSurvey['tcp'][0], words: Words): string[] {
  const { client, flows } = conversation;
  const server = serverOf(conversation);
  return row(
    String(conversation.stream),
    endsText(conversation.endpoint(client), conversation.endpoint(server)),
    words.number(shown),
    words.number(flows[client].payloadBytes),
    words.number(flows[server].payloadBytes),
    words.terms.ending[connectionEnding(conversation)],
  );
}

function udpRow({ conversation, shown }: CaptureSurvey['udp'][0], words: Words): string[] {
  const { client, server, clientBytes, serverBytes, unanswered } = conversation;
  return row(
    String(conversation.stream),
    endsText(client, server),
    words.number(shown),
    words.number(clientBytes),
    words.number(serverBytes),
    unanswered > 0 ? words.terms.unanswered : '',
  );
}

function endsText(client: Endpoint, server: Endpoint): string {
  return `${endpointText(client)} → ${endpointText(server)}`;
}

/** Ends that are too long, as IPv6 ones are, have lines of their own. */
function row(...[no, ends, frames, sent, got, end]: [string, string, ...string[]]): string[] {
  const numbers = `${frames!.padStart(7)}${sent!.padStart(9)}${got!.padStart(9)} ${end}`.trimEnd();
  const lines = ends.length <= COLUMNS - 4 ? [ends] : ends.replace('→ ', '→\n').split('\n');
  const [first, ...others] = lines.map(
    (line, index) => (index === 0 ? no : '').padStart(3) + ` ${line}`,
  );
  if (ends.length <= ENDS_WIDTH) return [first!.padEnd(ENDS_WIDTH + 4) + numbers];
  return [first!, ...others, ' '.repeat(ENDS_WIDTH + 4) + numbers];
}
