import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { packagesAreInstalled } from '../setup/packages/packages-are-installed.mjs';
import { outputsOf, sourcesOf } from './fingerprint.mjs';

/** What a program was built from, and to what, when that was looked at last. */
export class Stamp {
  #root;
  #program;
  #path;

  /**
   * @param {string} root folder of the workspace
   * @param {string} name of the program
   * @param {import('./programs.mjs').Program} program
   */
  constructor(root, name, program) {
    this.#root = root;
    this.#program = program;
    this.#path = join(root, '.nx', 'launch', name);
  }

  /** Whether the program can be started as it is. */
  isCurrent() {
    const { file, projects } = this.#program;
    return (
      existsSync(file) &&
      this.#read() === this.sources() + outputsOf(projects) &&
      packagesAreInstalled(this.#root)
    );
  }

  sources() {
    return sourcesOf(this.#root, this.#program.projects);
  }

  /** @param {string} sources as they were before the build: what changes meanwhile is built the next time */
  write(sources) {
    mkdirSync(dirname(this.#path), { recursive: true });
    writeFileSync(this.#path, sources + outputsOf(this.#program.projects));
  }

  #read() {
    return existsSync(this.#path) ? readFileSync(this.#path, 'utf8') : undefined;
  }
}
