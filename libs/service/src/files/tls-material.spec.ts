import { afterEach, beforeEach, expect, it } from '@jest/globals';
import { X509Certificate } from 'node:crypto';
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

/** Of the certificates that OpenSSL reads: it ends at a line that is none of PEM. */
function fingerprints(pem: string): string[] {
  const [...blocks] = pem.matchAll(
    /^-----BEGIN CERTIFICATE-----\n[^-]+\n-----END CERTIFICATE-----$/gm,
  );
  return blocks.map(([block]) => new X509Certificate(block).fingerprint256);
}

it('takes a bundle of several certificates, and none with one that cannot be read', async () => {
  const [one, other] = rootCertificates;
  for (const bundle of [
    `# the first\n${one}\n\n# the second\n${other}\n`,
    `${one}${other}`, // as `cat` joins files without a last newline
    `\xef\xbb\xbf${one}\r\n${other}`,
    `-----BEGIN of the CAs-----\n${one}\0\n-----BEGIN X509 CRL-----\nMII\n${other}`,
  ]) {
    writeFileSync(path, bundle, 'latin1');
    expect(fingerprints(await readAuthorities(path))).toEqual(fingerprints(`${one}\n${other}`));
  }
  writeFileSync(path, `${one}\n${other!.replace('\nMII', '\nXXX')}\n`);
  await expect(readAuthorities(path)).rejects.toMatchObject({ code: 'ERR_TLS_NOT_PEM' });
});

it('leaves a CA what OpenSSL is told of its use', async () => {
  const rejectedForClients = Buffer.from('300ca00a06082b06010505070302', 'hex'); // X509_CERT_AUX
  const { raw } = new X509Certificate(rootCertificates[0]!);
  const lines = Buffer.concat([raw, rejectedForClients])
    .toString('base64')
    .match(/.{1,64}/g)!;
  const [begin, end] = ['BEGIN', 'END'].map((what) => `-----${what} TRUSTED CERTIFICATE-----`);
  const block = [begin, ...lines, end].join('\n');
  writeFileSync(path, `# ${block.length} characters\n${block}`);
  await expect(readAuthorities(path)).resolves.toBe(`${block}\n`);
});
