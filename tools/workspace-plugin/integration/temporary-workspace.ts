import { execFileSync } from 'node:child_process';
import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  realpathSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { childEnvironment } from './child-environment.ts';
import { git } from './git.ts';
import { linkPackages, linkProjects } from './linked-packages.ts';

const ORIGINAL = join(import.meta.dirname, '..', '..', '..');

/**
 * A copy of this workspace with a history of its own, to generate into, break and commit to.
 * The third-party packages are those of the original, our own are the copy's, so nothing that
 * runs in here reads the original's sources and nothing needs the network.
 */
export class TemporaryWorkspace {
  readonly root = realpathSync(mkdtempSync(join(tmpdir(), 'praktikum-')));

  constructor() {
    for (const file of workingFiles()) {
      cpSync(join(ORIGINAL, file), join(this.root, file), { verbatimSymlinks: true });
    }
    linkPackages(ORIGINAL, this.root);
    linkProjects(this.root);
    git(this.root, 'init', '--quiet', '--initial-branch=main');
    this.commit('Copy the workspace');
  }

  /** Writes a file; an object becomes JSON. */
  write(path: string, content: string | object): void {
    mkdirSync(dirname(join(this.root, path)), { recursive: true });
    const text = typeof content === 'string' ? content : `${JSON.stringify(content, null, 2)}\n`;
    writeFileSync(join(this.root, path), text);
  }

  /** Commits everything, so that `nx affected --base=HEAD~1` speaks of what was written since. */
  commit(message: string): void {
    git(this.root, 'add', '--all');
    git(this.root, 'commit', '--quiet', '--message', message);
  }

  /** What differs from the last commit, as `git status --short` prints it. */
  status(): string {
    return git(this.root, 'status', '--short');
  }

  remove(): void {
    rmSync(this.root, { recursive: true, force: true });
  }
}

/** The files as they are now, committed or not, without what git ignores. */
function workingFiles(): string[] {
  const list = execFileSync(
    'git',
    ['ls-files', '-z', '--cached', '--others', '--exclude-standard'],
    {
      cwd: ORIGINAL,
      env: childEnvironment(),
      encoding: 'utf8',
      maxBuffer: 64 * 1024 * 1024,
    },
  );
  return list.split('\0').filter((file) => file !== '' && existsSync(join(ORIGINAL, file)));
}
