import { expect, it } from '@jest/globals';
import type { ClosedConnection } from './connection.ts';
import type { Report } from './messages.ts';
import { Reports } from './reports.ts';

const CLOSED: ClosedConnection = { reason: 'end', bytesRead: 1, bytesWritten: 2 };

const nextTurn = () => new Promise((resolve) => setImmediate(resolve));

it('tells in one message what happened in one turn', async () => {
  const posted: Report[] = [];
  const reports = new Reports((report) => posted.push(report));
  reports.accepted(1);
  reports.closed(7, CLOSED);
  await Promise.resolve();
  reports.accepted(2);
  expect(posted).toEqual([]);
  await nextTurn();
  expect(posted).toEqual([
    { type: 'report', accepted: [1, 2], closed: [{ id: 7, closed: CLOSED }] },
  ]);
});

it('tells nothing twice, and nothing when there is nothing', async () => {
  const posted: Report[] = [];
  const reports = new Reports((report) => posted.push(report));
  reports.send();
  reports.accepted(1);
  reports.send();
  await nextTurn();
  reports.accepted(2);
  await nextTurn();
  expect(posted.map(({ accepted }) => accepted)).toEqual([[1], [2]]);
});
