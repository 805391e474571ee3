import type { TcpConversation, UdpConversation } from '@praktikum/capture';
import type { ConversationRow } from '@praktikum/capture-report';
import type { CaptureSurvey, SurveyRow } from '../story/capture-survey.ts';
import { connectionEnding } from '../story/connection-ending.ts';
import { durationOf, serverOf } from '../story/conversation-story.ts';
import { endpointText } from '../story/endpoint-text.ts';
import { MOST_REPORT_ROWS } from './report-limits.ts';

/** The rows of a report's table: TCP and then UDP, up to the limit. */
export function conversationRows({ tcp, udp }: CaptureSurvey): ConversationRow[] {
  const first = tcp.slice(0, MOST_REPORT_ROWS).map(tcpRow);
  return [...first, ...udp.slice(0, MOST_REPORT_ROWS - first.length).map(udpRow)];
}

/** What the table says of a TCP connection. */
export function tcpRow({ conversation, shown }: SurveyRow<TcpConversation>): ConversationRow {
  const { client, flows, stream } = conversation;
  const server = serverOf(conversation);
  return {
    protocol: 'TCP',
    stream,
    client: endpointText(conversation.endpoint(client)),
    server: endpointText(conversation.endpoint(server)),
    frames: shown,
    sent: flows[client].payloadBytes,
    received: flows[server].payloadBytes,
    duration: durationOf(conversation) ?? -1,
    retransmissions: flows[0].retransmissions + flows[1].retransmissions,
    ending: connectionEnding(conversation),
  };
}

/** What the table says of a UDP conversation. */
export function udpRow({ conversation, shown }: SurveyRow<UdpConversation>): ConversationRow {
  const { client, server, clientBytes, serverBytes, unanswered, stream } = conversation;
  return {
    protocol: 'UDP',
    stream,
    client: endpointText(client),
    server: endpointText(server),
    frames: shown,
    sent: clientBytes,
    received: serverBytes,
    duration: -1,
    retransmissions: 0,
    ending: unanswered > 0 ? 'unanswered' : '',
  };
}
