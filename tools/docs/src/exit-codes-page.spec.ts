import { describe, expect, it } from '@jest/globals';
import type { ProgramCodes } from './codes/read-codes.ts';
import { exitCodesMarkdown, exitCodesPage } from './exit-codes-page.ts';
import { isFresh } from './page.ts';

const entry = (exitCode: number) => ({
  exitCode,
  id: () => ({ message: '', remedies: [] }),
  en: () => ({ message: '', remedies: [] }),
});
const EXIT_CODES = { 0: { id: 'berhasil', en: 'success' }, 2: { id: 'salah', en: 'wrong' } };

const PROGRAMS: readonly ProgramCodes[] = [
  {
    name: 'client',
    exitCodes: { ...EXIT_CODES, 6: { id: 'ditolak', en: 'refused' } },
    errors: { ERR_PORT: entry(2), ERR_SIZE: entry(2), ECONNREFUSED: entry(6) },
    logCodes: {},
  },
  {
    name: 'server',
    exitCodes: EXIT_CODES,
    errors: { ERR_PORT: entry(2) },
    logCodes: { ERR_LATE: { event: 'closed', id: 'terlambat', en: 'late' } },
  },
];

describe('exitCodesMarkdown', () => {
  const markdown = exitCodesMarkdown(PROGRAMS);

  it.each([
    ['a number without an error', '| 0 | success | berhasil |  | all |'],
    ['errors of all programs', '| 2 | wrong | salah | `ERR_PORT` | all |'],
    ['errors of one program, below', '| 2 | | | `ERR_SIZE` | client |'],
    ['a number of one program', '| 6 | refused | ditolak | `ECONNREFUSED` | client |'],
    ['codes in log lines', '| `ERR_LATE` | `closed` | late | terlambat | server |'],
  ])('has a row for %s', (_, row) => expect(markdown).toContain(row));

  it('has no other rows', () => expect(markdown.match(/^\| [\d`]/gm)).toHaveLength(5));
});

it('is not fresh when the file says something else', async () => {
  const changed = { ...exitCodesPage, markdown: () => '# Something else\n' };
  await expect(isFresh(changed)).resolves.toBe(false);
});
