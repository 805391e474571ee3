import { expect, it } from '@jest/globals';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { readAuthorities } from './tls-material.ts';

it('reads no more of a file than certificates can be', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'material-'));
  try {
    const path = join(folder, 'ca.pem');
    writeFileSync(path, 'x'.repeat(1024 * 1024));
    await expect(readAuthorities(path)).rejects.toMatchObject({ code: 'ERR_TLS_NOT_PEM' });
    writeFileSync(path, 'x'.repeat(1024 * 1024 + 1));
    await expect(readAuthorities(path)).rejects.toMatchObject({
      code: 'ERR_TLS_FILE',
      details: { path, reason: 'ERR_TOO_LARGE' },
    });
  } finally {
    rmSync(folder, { recursive: true });
  }
});
