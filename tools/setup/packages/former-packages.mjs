import { randomUUID } from 'node:crypto';
import { existsSync, readdirSync, renameSync, rmSync } from 'node:fs';
import { basename, dirname, isAbsolute, join, relative } from 'node:path';

/**
 * The packages of before an installation. `npm ci` empties node_modules before it downloads anything, so
 * they wait beside it and come back when it fails.
 */
export class FormerPackages {
  #folder;
  #aside;
  /** Windows moves no folder in which a program runs, but the program itself: it may be our own Node. */
  #running;
  #stepsOut;

  constructor(root, { platform = process.platform, running = process.execPath } = {}) {
    this.#folder = join(root, 'node_modules');
    this.#aside = join(root, '.former-packages');
    this.#running = pathIn(this.#folder, running);
    this.#stepsOut = platform === 'win32' && this.#running !== undefined;
  }

  /** Whether they are there and complete: npm writes its list last of all, `discard` removes it first. */
  get waiting() {
    return existsSync(list(this.#aside));
  }

  /**
   * @returns whether they wait; not where none are installed
   * @throws where node_modules cannot be moved: a mount, or on Windows a folder with an open file
   */
  moveAside() {
    const root = dirname(this.#aside);
    const left = readdirSync(root).filter((name) => name.startsWith(basename(this.#aside)));
    for (const name of left) removeIfIdle(join(root, name));
    if (!existsSync(list(this.#folder))) return false;
    this.#move(this.#folder, this.#aside);
    return true;
  }

  putBack() {
    const half = this.#stepsOut ? this.#stepOut(this.#folder) : undefined;
    rmSync(this.#folder, { recursive: true, force: true, maxRetries: 5 });
    this.#move(this.#aside, this.#folder);
    if (half !== undefined) removeIfIdle(half);
  }

  discard() {
    rmSync(list(this.#aside), { force: true });
    removeIfIdle(this.#aside);
  }

  /** Where a file of them is while they wait. */
  place(file) {
    const path = pathIn(this.#folder, file);
    return path === undefined || !this.waiting ? file : join(this.#aside, path);
  }

  #move(from, to) {
    const out = this.#stepsOut ? this.#stepOut(from) : undefined;
    try {
      renameSync(from, to);
    } catch (error) {
      if (out !== undefined) renameSync(out, join(from, this.#running));
      throw error;
    }
    if (out !== undefined) renameSync(out, join(to, this.#running));
  }

  /** @returns where our own Node is now; undefined where it was not in this folder */
  #stepOut(folder) {
    const program = join(folder, this.#running);
    if (!existsSync(program)) return undefined;
    const out = `${this.#aside}-${randomUUID()}.exe`;
    renameSync(program, out);
    return out;
  }
}

/** On Windows a program that runs stays, until the next installation. */
function removeIfIdle(path) {
  try {
    rmSync(path, { recursive: true, force: true });
  } catch {
    // it runs: this may be its own Node
  }
}

const list = (folder) => join(folder, '.package-lock.json');

/** `/w/node_modules`, `/w/node_modules/.bin/node` → `.bin/node` */
function pathIn(folder, file) {
  const path = relative(folder, file);
  return path.startsWith('..') || isAbsolute(path) ? undefined : path;
}
