import { exitIfInterrupted } from '../end-together.mjs';
import { say } from '../say.mjs';
import { FormerPackages } from './former-packages.mjs';
import { NODE_OF_NPM, npmCi } from './npm.mjs';
import { nodeIsMissing, packagesAreInstalled } from './packages-are-installed.mjs';
import { packagesAreWhole } from './packages-are-missing.mjs';

/**
 * Installs what the lockfile names. Where that fails, the packages of before are in their place again.
 * @returns false when there are none to work with; why, and what to do, has been said
 */
export async function installPackages(root) {
  const former = new FormerPackages(root);
  settle(root, former);
  if (packagesAreInstalled(root)) return true;
  say('Memasang paket, sekali saja …', 'Installing the packages, just this once …');
  const { end, code } = setAside(former)
    ? await npmCi(root, { node: former.place(NODE_OF_NPM) })
    : { end: 'in-use' };
  if (end === 'installed' && packagesAreInstalled(root)) {
    former.discard();
    return true;
  }
  if (former.waiting) former.putBack();
  exitIfInterrupted(end);
  say(...REASONS[end === 'installed' ? whyIncomplete(root) : end](code ? ` (${code})` : ''));
  if (nodeIsMissing(root) || !packagesAreWhole(root)) return false;
  say(
    'Paket yang terpasang sebelumnya tetap dipakai. Mungkin tidak semua program berjalan dengannya.',
    'The packages installed before stay in use. Not every program may run with them.',
  );
  return true;
}

/** What an installation has left that was killed. */
function settle(root, former) {
  if (!former.waiting) return;
  if (packagesAreInstalled(root)) former.discard();
  else former.putBack();
}

/** @returns false where `npm ci` could not replace them either, and would leave half of them */
function setAside(former) {
  try {
    former.moveAside();
    return true;
  } catch {
    return process.platform !== 'win32'; // a mount: npm empties it
  }
}

/** Without a connection npm leaves out the package of Node, which is optional, and says that all is well. */
const whyIncomplete = (root) => (nodeIsMissing(root) ? 'failed' : 'incomplete');

const REASONS = {
  failed: () => [
    'Pemasangan gagal: periksa sambungan internet, lalu ulangi perintah yang sama.',
    'The installation failed: check the internet connection, then repeat the same command.',
  ],
  incomplete: () => [
    'Pemasangan gagal: npm selesai, tetapi paketnya tidak lengkap. Periksa ruang di disk, hapus folder node_modules, lalu ulangi perintah yang sama.',
    'The installation failed: npm has finished, but packages are missing. Check the space on the disk, delete the folder node_modules, then repeat the same command.',
  ],
  'no-registry': (why) => [
    `Pemasangan gagal: registri npm tidak menjawab${why}. Periksa sambungan internet, lalu ulangi perintah yang sama.`,
    `The installation failed: the npm registry does not answer${why}. Check the internet connection, then repeat the same command.`,
  ],
  'no-npm': () => [
    'Pemasangan gagal: npm tidak ditemukan. npm ikut terpasang dengan Node.js: https://nodejs.org',
    'The installation failed: npm was not found. It comes with Node.js: https://nodejs.org',
  ],
  'in-use': () => [
    'Pemasangan gagal: folder node_modules sedang dipakai. Tutup server, editor dan terminal lain dari folder ini, lalu ulangi perintah yang sama.',
    'The installation failed: the folder node_modules is in use. Close other servers, editors and terminals of this folder, then repeat the same command.',
  ],
};
