import { existsSync, mkdirSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { join, relative } from 'node:path';

/**
 * `node_modules/.bin/node`, by which npm, npx and Nx find the Node of node_modules. npm before 11 makes it, and
 * takes it away again with the packages of Node for other systems, whose program has the same name.
 */
export class LinkOfNode {
  #folder;
  #file;

  constructor(root) {
    this.#folder = join(root, 'node_modules', '.bin');
    this.#file = join(this.#folder, process.platform === 'win32' ? 'node.cmd' : 'node');
  }

  get isThere() {
    return existsSync(this.#file);
  }

  /** @param program the Node that it leads to */
  make(program) {
    mkdirSync(this.#folder, { recursive: true });
    rmSync(this.#file, { force: true }); // one that leads nowhere
    const target = relative(this.#folder, program);
    // On Windows links are for administrators.
    if (process.platform === 'win32') writeFileSync(this.#file, `@"%~dp0${target}" %*\r\n`);
    else symlinkSync(target, this.#file);
  }
}
