import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { lockedPackages } from '../packages/locked-packages.mjs';
import { PlaceOfNode } from './place-of-node.mjs';

/**
 * The package of Node that the lockfile in a folder names for this system. npm leaves an optional
 * package out without a word, also when the registry does not answer: it may not be there.
 * @returns undefined when none is for this system
 */
export function packageOfNode(root, locked = lockedPackages(root)) {
  const names = Object.keys(locked[''].optionalDependencies);
  const name = names.find((candidate) => isForUs(locked[`node_modules/${candidate}`]));
  return name === undefined ? undefined : new PackageOfNode(join(root, 'node_modules', name));
}

class PackageOfNode {
  #manifest;

  constructor(folder) {
    this.folder = folder;
    this.#manifest = join(folder, 'package.json');
  }

  /** Whether it is there, with its program, in whichever place. */
  get installed() {
    try {
      return existsSync(new PlaceOfNode(this.file).pinned);
    } catch {
      return false; // its manifest is missing, or empty after a crash
    }
  }

  get version() {
    return this.#read().version;
  }

  /** The program itself. */
  get file() {
    return join(this.folder, this.#read().bin.node);
  }

  #read() {
    return JSON.parse(readFileSync(this.#manifest, 'utf8'));
  }
}

const isForUs = ({ os, cpu }) => includes(os, process.platform) && includes(cpu, process.arch);

const includes = (wanted, own) => wanted === undefined || [wanted].flat().includes(own);
