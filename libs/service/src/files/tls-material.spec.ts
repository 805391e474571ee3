import { afterEach, beforeEach, expect, it } from '@jest/globals';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { rootCertificates } from 'node:tls';
import { readAuthorities } from './tls-material.ts';

let folder: string;
let path: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'material-'));
  path = join(folder, 'ca.pem');
});
afterEach(() => rmSync(folder, { recursive: true }));

it('reads no more of a file than certificates can be', async () => {
  writeFileSync(path, 'x'.repeat(1024 * 1024));
  await expect(readAuthorities(path)).rejects.toMatchObject({ code: 'ERR_TLS_NOT_PEM' });
  writeFileSync(path, 'x'.repeat(1024 * 1024 + 1));
  await expect(readAuthorities(path)).rejects.toMatchObject({
    code: 'ERR_TLS_FILE',
    details: { path, reason: 'ERR_TOO_LARGE' },
  });
});

it('takes a bundle of several certificates, and none with one that cannot be read', async () => {
  const [one, other] = rootCertificates;
  const bundle = `# the first\n${one}\n\n# the second\n${other}\n`;
  writeFileSync(path, bundle);
  await expect(readAuthorities(path)).resolves.toBe(bundle);
  writeFileSync(path, `${one}\n${other!.replace('\nMII', '\nXXX')}\n`);
  await expect(readAuthorities(path)).rejects.toMatchObject({ code: 'ERR_TLS_NOT_PEM' });
});
