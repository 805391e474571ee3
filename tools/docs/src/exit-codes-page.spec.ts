import { describe, expect, it } from '@jest/globals';
import { exitCodesPage } from './exit-codes-page.ts';
import { isFresh } from './page.ts';

describe('exitCodesPage', () => {
  it('has a row for every exit code, with the errors behind it', async () => {
    const markdown = await exitCodesPage.markdown();
    expect(markdown).toContain('| 3 | the port is in use | port sudah digunakan | `EADDRINUSE` |');
    expect(markdown.match(/^\| \d+ \|/gm)).toHaveLength(23);
  });

  it('is not fresh when the file says something else', async () => {
    const changed = { ...exitCodesPage, markdown: () => '# Something else\n' };
    await expect(isFresh(changed)).resolves.toBe(false);
  });
});
