import type { Endpoint } from '@praktikum/capture';
import type { CaptureSurvey } from '../../story/capture-survey.ts';
import { connectionEnding } from '../../story/connection-ending.ts';
import { serverOf } from '../../story/conversation-story.ts';
import { endpointText } from '../../story/endpoint-text.ts';
import type { Words } from '../words.ts';
import { textColumns, wrapText } from '../wrap-text.ts';

/**
 * Rows of each table; of more conversations the rest is counted.
 * @unit rows
 * @against a table longer than a terminal remembers
 * @provenBy ../../../integration/limits.spec.ts: lists so many conversations and counts the rest
 */
const MOST_ROWS = 40;
const ENDS_WIDTH = 39;
/** Columns that the table needs. */
const NARROW = 76;

/** The conversations of a capture, TCP and then UDP. */
export function conversationTable(survey: CaptureSurvey, words: Words): string[] {
  const { table: texts } = words.explanation;
  const tcp = survey.tcp.slice(0, MOST_ROWS).map((row) => tcpRow(row, words));
  const udp = survey.udp.slice(0, MOST_ROWS).map((row) => udpRow(row, words));
  const more = (count: number) =>
    count > MOST_ROWS ? wrapText(texts.more(String(count - MOST_ROWS))) : [];
  const draw = textColumns() < NARROW ? narrowRow : row;
  const [no, ends, frames, sent, got] = texts.columns;
  const part = (protocol: string, rows: readonly Row[], all: number) => {
    if (rows.length === 0) return [];
    const heads: Row = [no, `${protocol} ${ends}`, frames, sent, got, ''];
    return [...draw(heads), ...rows.flatMap((cells) => draw(cells, heads)), ...more(all)];
  };
  return [...part('TCP', tcp, survey.tcp.length), ...part('UDP', udp, survey.udp.length)];
}

type Row = readonly [
  no: string,
  ends: string,
  frames: string,
  sent: string,
  got: string,
  end: string,
];

function tcpRow({ conversation, shown }: CaptureSurvey['tcp'][0], words: Words): Row {
  const { client, flows } = conversation;
  const server = serverOf(conversation);
  return [
    String(conversation.stream),
    endsText(conversation.endpoint(client), conversation.endpoint(server)),
    words.number(shown),
    words.number(flows[client].payloadBytes),
    words.number(flows[server].payloadBytes),
    words.terms.ending[connectionEnding(conversation)],
  ];
}

function udpRow({ conversation, shown }: CaptureSurvey['udp'][0], words: Words): Row {
  const { client, server, clientBytes, serverBytes, unanswered } = conversation;
  return [
    String(conversation.stream),
    endsText(client, server),
    words.number(shown),
    words.number(clientBytes),
    words.number(serverBytes),
    unanswered > 0 ? words.terms.unanswered : '',
  ];
}

function endsText(client: Endpoint, server: Endpoint): string {
  return `${endpointText(client)} → ${endpointText(server)}`;
}

/** Ends that are too long, as IPv6 ones are, have lines of their own. */
function row([no, ends, frames, sent, got, end]: Row): string[] {
  const numbers = `${frames.padStart(7)}${sent.padStart(9)}${got.padStart(9)} ${end}`.trimEnd();
  const [first, ...others] = endsLines(ends, no);
  if (ends.length <= ENDS_WIDTH) return [first!.padEnd(ENDS_WIDTH + 4) + numbers];
  return [first!, ...others, ' '.repeat(ENDS_WIDTH + 4) + numbers];
}

/** Where there is no room for columns, the name of each stands before its number. */
function narrowRow([no, ends, ...numbers]: Row, heads?: Row): string[] {
  if (!heads) return [ends];
  const [, , ...names] = heads;
  const told = numbers.map((number, place) => `${names[place]!} ${number}`.trim());
  return [...endsLines(ends, no), ...wrapText(told.filter(Boolean).join(', '), '    ')];
}

function endsLines(ends: string, no: string): string[] {
  const lines = ends.length <= textColumns() - 4 ? [ends] : ends.replace('→ ', '→\n').split('\n');
  return lines.flatMap((line, index) => {
    const start = (index === 0 ? no : '').padStart(3);
    return wrapText(line, '    ', `${start} `);
  });
}
