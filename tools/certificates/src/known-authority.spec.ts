import { afterAll, beforeEach, expect, it } from '@jest/globals';
import { X509Certificate } from 'node:crypto';
import { chmod, mkdtemp, readdir, readFile, rename, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { makePipe, runCommand, writerOf } from '@praktikum/peers';
import { describeWith, itOnUnix } from '@praktikum/testing';
import { createCertificates } from './create-certificates.ts';

const root = await mkdtemp(join(tmpdir(), 'known-authority-'));
afterAll(() => rm(root, { recursive: true, force: true }));

/** A folder with the CA of an earlier run. */
let out = '';
let count = 0;
beforeEach(async () => {
  out = join(root, String((count += 1)));
  const options = { hosts: ['localhost'], clients: [], days: 1, force: false, newCa: false };
  await createCertificates({ out, ...options });
});

/** The tool as Nx starts it, for one more certificate of that CA. */
function create() {
  const main = join(import.meta.dirname, 'main.ts');
  return runCommand(process.execPath, [main, '--out', out, '--client', 'budi', '--lang', 'en']);
}

describeWith('mkfifo', 'a CA in pipes', () => {
  it.each(['ca.pem', 'ca-key.pem'])('is not waited for without end: %s', async (name) => {
    await rm(join(out, name));
    const pipe = makePipe(join(out, name));
    const created = create();
    const writer = await writerOf(pipe);
    const { code, stderr } = await created;
    await writer.close();
    expect(stderr).toContain(`${pipe} could not be read to its end within 10s`);
    expect(code).toBe(17);
  });

  it('signs when its writers are late', async () => {
    const paths = ['ca.pem', 'ca-key.pem'].map((name) => join(out, name));
    for (const path of paths) {
      await rename(path, `${path}.kept`);
      makePipe(path);
    }
    const created = create();
    for (const path of paths) {
      const writer = await writerOf(path);
      await writer.write(await readFile(`${path}.kept`));
      await writer.close();
    }
    expect((await created).code).toBe(0);
    const ca = new X509Certificate(await readFile(join(out, 'ca.pem.kept')));
    expect(new X509Certificate(await readFile(join(out, 'budi.pem'))).checkIssued(ca)).toBe(true);
  });
});

itOnUnix('signs with no key of a CA that others can write, and makes nothing', async () => {
  const key = join(out, 'ca-key.pem');
  await chmod(key, 0o620);
  const { code, stderr } = await create();
  expect(stderr).toContain(`Other users can change the private key ${key}, so it is not used.`);
  expect(stderr).toContain(`chmod 600 ${key}\n`);
  expect([code, await readdir(out)]).toEqual([17, expect.not.arrayContaining(['budi.pem'])]);
});

itOnUnix('warns of a key of the CA that everybody can read', async () => {
  const key = join(out, 'ca-key.pem');
  await chmod(key, 0o644);
  const { code, stderr } = await create();
  expect(stderr).toBe(
    `Warning: Every user of this machine can read the private key ${key}. Restrict it: chmod 600 ${key}\n`,
  );
  expect(code).toBe(0);
});

it('says what is wrong with half a CA, in words that help', async () => {
  await rm(join(out, 'ca-key.pem'));
  const { code, stderr } = await create();
  expect(stderr).toContain('ca-key.pem cannot be used (it does not exist)');
  expect(code).toBe(14);
});
