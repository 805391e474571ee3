import { readFileSync } from 'node:fs';
import { whereNodeIs } from './node/where-node-is.mjs';
import { say } from './say.mjs';

/**
 * Whether this Node is new enough for what is here in plain JavaScript; where it is not, that has been said.
 * This file, and what it imports, is read by still older ones.
 */
export function requireNode() {
  const manifest = new URL('../../package.json', import.meta.url);
  const { engines } = JSON.parse(readFileSync(manifest, 'utf8'));
  const [, needed = '0.0'] = />=(\d+\.\d+)/.exec(engines?.node) ?? [];
  const { node } = process.versions;
  if (!isOlder(node, needed)) return true;
  say(
    `Node.js di sini ${node}, dan yang diperlukan ${needed} atau yang lebih baru: ${whereNodeIs()}`,
    `Node.js here is ${node}, and ${needed} or newer is needed: ${whereNodeIs()}`,
  );
  process.exitCode = 1;
  return false;
}

function isOlder(version, than) {
  const [major, minor] = version.split('.').map(Number);
  const [wantedMajor, wantedMinor] = than.split('.').map(Number);
  return major < wantedMajor || (major === wantedMajor && minor < wantedMinor);
}
