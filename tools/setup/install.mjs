import { createHash } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { npmCi } from './npm.mjs';
import { packageOfNode } from './package-of-node.mjs';
import { provideNode } from './provide-node.mjs';

/**
 * Installs the packages when they are missing or older than the lockfile, so that `npm start` and
 * `npm test` work on a fresh clone. Plain JavaScript for the oldest Node that npm itself runs on:
 * the pinned Node is one of the packages it installs.
 */
const root = join(import.meta.dirname, '..', '..');
const lockfile = join(root, 'package-lock.json');
const stamp = join(root, 'node_modules', '.installed-lockfile');
const wanted = createHash('sha256').update(readFileSync(lockfile)).digest('hex');

const nodeIsMissing = () => packageOfNode(root)?.installed === false;

if (!existsSync(stamp) || readFileSync(stamp, 'utf8') !== wanted || nodeIsMissing()) {
  console.error('Memasang paket, sekali saja … / Installing the packages, just this once …');
  if (!npmCi(root) || nodeIsMissing()) {
    console.error(
      'Pemasangan gagal: periksa sambungan internet, lalu ulangi perintah yang sama.\n' +
        'The installation failed: check the internet connection, then repeat the same command.',
    );
    process.exit(1);
  }
  writeFileSync(stamp, wanted);
}

if (!provideNode(root)) process.exit(1);
