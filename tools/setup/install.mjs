import { join } from 'node:path';
import { npmCi } from './npm.mjs';
import { packageOfNode } from './package-of-node.mjs';
import { packagesAreMissing } from './packages-are-missing.mjs';
import { provideNode } from './provide-node.mjs';

/**
 * Installs the packages when they are missing or older than the lockfile, so that `npm start` and
 * `npm test` work on a fresh clone. Plain JavaScript for the oldest Node that npm itself runs on:
 * the pinned Node is one of the packages it installs.
 */
const root = join(import.meta.dirname, '..', '..');

const nodeIsMissing = () => packageOfNode(root)?.installed === false;

if (packagesAreMissing(root) || nodeIsMissing()) {
  console.error('Memasang paket, sekali saja … / Installing the packages, just this once …');
  if (!(await npmCi(root)) || nodeIsMissing()) {
    console.error(
      'Pemasangan gagal: periksa sambungan internet, dan apakah ada pemasangan lain di folder ini, lalu ulangi perintah yang sama.\n' +
        'The installation failed: check the internet connection, and whether another one runs in this folder, then repeat the same command.',
    );
    process.exit(1);
  }
}

if (!(await provideNode(root))) process.exit(1);
