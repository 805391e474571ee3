import { afterEach, beforeEach, expect, it, jest } from '@jest/globals';
import type { ClosedConnection } from '../shared/closed-connection.ts';
import type { Report } from '../shared/messages.ts';
import { clientsOf, closedOf } from '../shared/report-columns.ts';
import { REPORT_DELAY_MS, Reports } from './reports.ts';

const CLOSED: ClosedConnection = { reason: 'end', bytesRead: 1, bytesWritten: 2 };
const RESET: ClosedConnection = { ...CLOSED, reason: 'error', code: 'ECONNRESET' };

const ADDRESS = { host: '127.0.0.1', port: 1 };
const CLIENT = { id: 3, remote: ADDRESS, listener: 'main' };

beforeEach(() => void jest.useFakeTimers());
afterEach(() => void jest.useRealTimers());

function setUp(urgent: () => boolean) {
  const posted: object[] = [];
  const post = (report: Report) => {
    const { taken, asking, closed } = structuredClone(report);
    const rows = { taken: clientsOf(taken), asking: clientsOf(asking), closed: closedOf(closed) };
    posted.push({ ...report, ...rows });
  };
  return { posted, reports: new Reports(post, urgent) };
}

it('waits a little for more, while nobody waits for a place', () => {
  const { posted, reports } = setUp(() => false);
  reports.accepted(1, 0.25);
  reports.closed(7, CLOSED);
  jest.advanceTimersByTime(REPORT_DELAY_MS - 1);
  reports.accepted(2, 0.5);
  reports.taken(CLIENT);
  reports.closed(8, RESET);
  expect(posted).toEqual([]);
  jest.advanceTimersByTime(1);
  expect(posted).toEqual([
    {
      type: 'report',
      accepted: [1, 2],
      handoverMs: [0.25, 0.5],
      taken: [CLIENT],
      asking: [],
      closed: [
        { id: 7, closed: CLOSED },
        { id: 8, closed: RESET },
      ],
    },
  ]);
});

it('tells at the end of the turn what somebody waits for, with what there is to tell', () => {
  const { posted, reports } = setUp(() => false);
  reports.taken(CLIENT);
  reports.asking({ ...CLIENT, id: 4 });
  expect(posted).toEqual([]);
  jest.advanceTimersByTime(0);
  expect(posted).toMatchObject([{ taken: [CLIENT], asking: [{ id: 4 }] }]);
});

it('tells at the end of the turn who has closed while others wait for a place', () => {
  const { posted, reports } = setUp(() => true);
  reports.closed(7, CLOSED);
  jest.advanceTimersByTime(0);
  expect(posted).toHaveLength(1);
});

it('tells nothing twice, and nothing when there is nothing', () => {
  const { posted, reports } = setUp(() => false);
  reports.send();
  reports.accepted(1, 0);
  reports.send();
  jest.advanceTimersByTime(REPORT_DELAY_MS);
  reports.accepted(2, 0);
  jest.advanceTimersByTime(REPORT_DELAY_MS);
  expect(posted).toMatchObject([{ accepted: [1] }, { accepted: [2] }]);
});
