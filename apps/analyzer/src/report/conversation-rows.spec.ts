import { expect, it } from '@jest/globals';
import type { CaptureSurvey } from '../story/capture-survey.ts';
import { conversationRows } from './conversation-rows.ts';
import { MOST_REPORT_ROWS } from './report-limits.ts';

const end = { address: '10.0.0.1', port: 1 };
const flow = { payloadBytes: 0, retransmissions: 0 };
const tcp = {
  shown: 1,
  conversation: {
    client: 0,
    flows: [flow, flow],
    endpoint: () => end,
    lifecycle: { states: ['CLOSED', 'CLOSED'] },
  },
};
const udp = { shown: 1, conversation: { client: end, server: end, unanswered: 0 } };

it('lists so many conversations, TCP first', () => {
  const survey = {
    tcp: Array.from({ length: MOST_REPORT_ROWS - 1 }, () => tcp),
    udp: [udp, udp, udp],
  };
  const rows = conversationRows(survey as unknown as CaptureSurvey);
  expect(rows).toHaveLength(MOST_REPORT_ROWS);
  expect(rows.slice(-2).map(({ protocol }) => protocol)).toEqual(['TCP', 'UDP']);
});
