import { readFileSync } from 'node:fs';
import { whereNodeIs } from './where-node-is.mjs';

/**
 * Installs the packages when they are missing or older than the lockfile, so that `npm start` and
 * `npm test` work on a fresh clone. Plain JavaScript for the oldest Node that npm itself runs on:
 * the pinned Node is one of the packages it installs. This file, and what it imports first, is for
 * still older ones, which are told so.
 */
const manifest = new URL('../../package.json', import.meta.url);
const [, needed] = />=(\d+\.\d+)/.exec(JSON.parse(readFileSync(manifest, 'utf8')).engines.node);

if (isOlder(process.versions.node, needed)) {
  const { node } = process.versions;
  console.error(
    `Node.js di sini ${node}, dan yang diperlukan ${needed} atau yang lebih baru: ${whereNodeIs()}\n` +
      `Node.js here is ${node}, and ${needed} or newer is needed: ${whereNodeIs()}`,
  );
  process.exitCode = 1;
} else {
  import('./set-up.mjs').then(({ setUp }) => setUp()).then((done) => process.exit(done ? 0 : 1));
}

function isOlder(version, than) {
  const [major, minor] = version.split('.').map(Number);
  const [wantedMajor, wantedMinor] = than.split('.').map(Number);
  return major < wantedMajor || (major === wantedMajor && minor < wantedMinor);
}
