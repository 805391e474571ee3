import { copyFileSync, existsSync, realpathSync, renameSync, rmSync, symlinkSync } from 'node:fs';
import { basename, dirname, join, relative } from 'node:path';

/**
 * Where the `node` of node_modules is: the program in the package of the pinned Node. Another one can
 * be given its place; the pinned one then waits beside it under another name. Whatever interrupts that
 * leaves no Node in the place at worst, and the next run gives it one.
 */
export class PlaceOfNode {
  constructor(file) {
    this.file = file;
    this.aside = beside(file, 'pinned');
  }

  /** Whether the pinned Node has had to make room. */
  get taken() {
    return existsSync(this.aside);
  }

  /** The file of the pinned Node. */
  get pinned() {
    return this.taken ? this.aside : this.file;
  }

  give(other) {
    const fresh = beside(this.file, 'older');
    rmSync(fresh, { force: true });
    // On Windows links are for administrators.
    if (process.platform === 'win32') copyFileSync(other, fresh);
    else symlinkSync(relative(realpathSync(dirname(fresh)), realpathSync(other)), fresh);
    if (!this.taken) renameSync(this.file, this.aside);
    renameSync(fresh, this.file);
  }

  /** Puts the pinned Node, which has had to make room, in its place again. */
  bringBack() {
    // Windows can rename a program that runs, and cannot replace it: this one may be running.
    if (existsSync(this.file)) renameSync(this.file, beside(this.file, 'older'));
    renameSync(this.aside, this.file);
  }
}

/** `bin/node` → `bin/pinned-node` */
const beside = (file, prefix) => join(dirname(file), `${prefix}-${basename(file)}`);
