import { join } from 'node:path';
import { exitIfInterrupted } from '../end-together.mjs';
import { NODE_OF_NPM, npmCi } from '../packages/npm.mjs';
import { say } from '../say.mjs';
import { LinkOfNode } from './link-of-node.mjs';
import { packageOfNode } from './package-of-node.mjs';
import { PlaceOfNode } from './place-of-node.mjs';
import { startNode } from './start-node.mjs';
import { isForMusl, whereNodeIs } from './where-node-is.mjs';

/** Has a lockfile of its own: nobody downloads Node 24 whose Node 26 runs. */
const NODE_24 = join(import.meta.dirname, '..', 'node-24');

/** The Node that runs this. Where no package brings one, programs find it too. */
const OWN = { version: process.versions.node };

/** Packages of Debian and Ubuntu, by the library in them that a bare system does not have. */
const DEBIAN_PACKAGES = { 'libatomic.so.1': 'libatomic1' };

/** Whether the `node` that programs find is a good one, and the pinned one if that can start. */
export function nodeIsProvided(root) {
  const pinned = packageOfNode(root);
  if (!pinned?.installed) return suffices(OWN);
  if (!new LinkOfNode(root).isThere) return false;
  const place = new PlaceOfNode(pinned.file);
  if (startNode(place.pinned).version !== undefined) return !place.taken;
  return place.taken && suffices(startNode(place.file)); // it was said when it came
}

/**
 * Makes sure that the `node` of node_modules can start. Where the pinned one cannot, Node 24 from the
 * registry takes its place, or else the Node that npm runs on, if it is new enough. The pinned one comes
 * back as soon as it can start.
 * @param root folder of the workspace, with the packages installed
 * @returns false when there is none; why, and what to do, has been said
 */
export async function provideNode(root) {
  const wanted = packageOfNode(root);
  if (!wanted?.installed) return suffices(OWN) || sayNoneIsFor(OWN.version);
  const link = new LinkOfNode(root);
  if (!link.isThere) link.make(wanted.file);
  const place = new PlaceOfNode(wanted.file);
  const pinned = startNode(place.pinned);
  if (pinned.version !== undefined) {
    if (!place.taken) return true;
    place.bringBack();
    say(
      `Node ${pinned.version} kini dapat berjalan dan dipakai lagi.`,
      `Node ${pinned.version} can run now and is used again.`,
    );
    return true;
  }
  if (place.taken && suffices(startNode(place.file))) return true; // it was said when it came
  return isForMusl() ? giveOwn(place) : replace(place, wanted.version, pinned.reason);
}

/** The program of the registry is for glibc, whatever its version. */
function giveOwn(place) {
  const own = nodeOfNpm();
  if (own === undefined) return sayNoneIsFor(startNode(NODE_OF_NPM).version);
  place.give(own.file);
  return true;
}

async function replace(place, version, reason) {
  say(
    `Node ${version}, yang dipakai folder ini, tidak dapat berjalan di sini.`,
    `Node ${version}, which this folder uses, cannot run here.`,
    `  ${reason}`,
  );
  const node24 = await nodeOfRegistry();
  const other = node24 ?? nodeOfNpm();
  if (other !== undefined) {
    place.give(other.file);
    say(`Node ${other.version} menggantikannya.`, `Node ${other.version} takes its place.`);
  }
  if (node24 !== undefined) {
    say(
      'Hanya --accept reuseport yang memerlukan Node 26.',
      'Only --accept reuseport needs Node 26.',
    );
  }
  sayWhatHelps(version, reason, other !== undefined);
  return other !== undefined;
}

/** Node 24, installed if it was not; undefined where it cannot be had. */
async function nodeOfRegistry() {
  const node = packageOfNode(NODE_24);
  if (node === undefined) return undefined;
  const start = () => (node.installed ? startNode(node.file) : {});
  if (!suffices(start())) {
    say(
      'Memasang Node 24 sebagai gantinya, sekali saja …',
      'Installing Node 24 in its place, just this once …',
    );
    const { end } = await npmCi(NODE_24, {
      options: ['--prefer-offline', '--no-audit', '--no-fund'],
    });
    exitIfInterrupted(end);
  }
  const { version, reason } = start();
  if (version !== undefined) return { file: node.file, version };
  if (reason === undefined) {
    say(
      'Node 24 tidak dapat dipasang: periksa sambungan internet, lalu ulangi perintah yang sama.',
      'Node 24 cannot be installed: check the internet connection, then repeat the same command.',
    );
  } else {
    say(
      'Node 24 juga tidak dapat berjalan di sini.',
      'Node 24 cannot run here either.',
      `  ${reason}`,
    );
  }
  return undefined;
}

function nodeOfNpm() {
  const found = startNode(NODE_OF_NPM);
  return suffices(found) ? { file: NODE_OF_NPM, version: found.version } : undefined;
}

/** Whether every program of ours runs on it: libs/service/src/start.ts, which an old Node cannot read. */
function suffices({ version = '0.0.0' }) {
  const [major, minor] = version.split('.').map(Number);
  if (major === 24) return minor >= 20;
  return major > 26 || (major === 26 && minor >= 6);
}

function sayWhatHelps(version, reason, goesOn) {
  const [, debian] = Object.entries(DEBIAN_PACKAGES).find(([file]) => reason.includes(file)) ?? [];
  if (debian !== undefined) {
    say(
      `Di Debian dan Ubuntu Node ${version} berjalan dengan paket ${debian}: apt-get install ${debian}`,
      `On Debian and Ubuntu Node ${version} runs with the package ${debian}: apt-get install ${debian}`,
    );
  }
  if (!goesOn) {
    say(
      'Node.js 24.20 atau yang lebih baru juga cukup: pasang (https://nodejs.org), lalu ulangi perintah ini.',
      'Node.js 24.20 or newer will do as well: install it (https://nodejs.org), then repeat this command.',
    );
  }
}

/** No package of Node is for this system, and its own is too old. */
function sayNoneIsFor(version) {
  const system = `${process.platform} ${process.arch}${isForMusl() ? ' (musl)' : ''}`;
  say(
    `Untuk ${system} praktikum ini tidak membawa Node. Node.js di sini ${version}, dan yang diperlukan 24.20 atau yang lebih baru: ${whereNodeIs()}`,
    `For ${system} this project brings no Node. Node.js here is ${version}, and 24.20 or newer is needed: ${whereNodeIs()}`,
  );
  return false;
}
