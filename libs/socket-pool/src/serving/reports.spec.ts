import { expect, it } from '@jest/globals';
import type { ClosedConnection } from './connection.ts';
import type { Report } from '../messages.ts';
import { Reports } from './reports.ts';

const CLOSED: ClosedConnection = { reason: 'end', bytesRead: 1, bytesWritten: 2 };

const ADDRESS = { host: '127.0.0.1', port: 1 };
const CLIENT = { id: 3, remote: ADDRESS };

const nextTurn = () => new Promise((resolve) => setImmediate(resolve));

it('tells in one message what happened in one turn', async () => {
  const posted: Report[] = [];
  const reports = new Reports((report) => posted.push(report));
  reports.accepted(1, 0.25);
  reports.closed(7, CLOSED);
  await Promise.resolve();
  reports.accepted(2, 0.5);
  reports.taken(CLIENT);
  reports.asking({ ...CLIENT, id: 4 });
  expect(posted).toEqual([]);
  await nextTurn();
  expect(posted).toEqual([
    {
      type: 'report',
      accepted: [1, 2],
      handoverMs: [0.25, 0.5],
      taken: [CLIENT],
      asking: [{ ...CLIENT, id: 4 }],
      closed: [{ id: 7, closed: CLOSED }],
    },
  ]);
});

it('tells nothing twice, and nothing when there is nothing', async () => {
  const posted: Report[] = [];
  const reports = new Reports((report) => posted.push(report));
  reports.send();
  reports.accepted(1, 0);
  reports.send();
  await nextTurn();
  reports.accepted(2, 0);
  await nextTurn();
  expect(posted.map(({ accepted }) => accepted)).toEqual([[1], [2]]);
});
