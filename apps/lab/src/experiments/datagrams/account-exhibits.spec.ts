import { expect, it } from '@jest/globals';
import { accountFindings, accountTable, unexplained } from './account-exhibits.ts';
import type { Account } from './account.ts';
import type { ClientRun } from './client-run.ts';
import { NETWORK } from './relay-part.ts';

const summary = { duplicates: 0, reordered: 3, foreign: 0 };
const run: ClientRun = {
  ...{ startedAt: 0, endedAt: 1, settings: { timeoutMs: 1 }, datagrams: [] },
  summary: { sent: 6, answered: 2, unanswered: 4, ...summary },
};
const counts = { taken: 6, lost: 1, duplicated: 0, heldBack: 1, delivered: 5 };

function accountOf(missing: readonly number[], silent: readonly number[] = []): Account {
  return {
    fates: {
      ...{ answered: [1, 2], 'lost-there': [3], 'lost-back': [4], late: [5] },
      ...{ unanswered: silent, unexplained: missing },
    },
    directions: { 'to-server': counts, 'to-client': counts },
    explained: missing.length + silent.length === 0,
  };
}

const texts = (account: Account) =>
  accountFindings(run, account, NETWORK).map(({ text }) => text.en);

it('gives loss and lateness, and what was held back and what came out of order, apart', () => {
  const said = texts(accountOf([])).join('\n');
  expect(said).toContain('6 sent = 2 answered + 2 lost + 1 late');
  expect(said).toContain('held back 2 datagrams; the client saw 3 replies out of order');
  expect(unexplained(accountOf([]))).toEqual([]);
});

it('marks a run that its log does not explain', () => {
  const said = texts(accountOf([6]));
  expect(said).toContainEqual(expect.stringContaining('Datagrams #6 are unexplained.'));
  expect(said.join()).not.toContain(' agree: ');
  expect(unexplained(accountOf([6]))).toMatchObject([
    { why: { id: expect.stringContaining('Datagram #6 tidak dapat dijelaskan.') } },
  ]);
});

it('says of a server that did not answer that it did not', () => {
  const said = texts(accountOf([], [6])).join('\n');
  expect(said).toContain('It handed datagrams #6 to the server, and no reply came from there.');
  expect(said).not.toContain('are unexplained');
});

it('names the numbers of those that were not answered', () => {
  expect(accountTable(run, accountOf([6])).rows.map((row) => row.slice(1))).toEqual([
    ['2', ''],
    ['1', '#3'],
    ['1', '#4'],
    ['1', '#5'],
    ['0', ''],
    ['1', '#6'],
  ]);
});
