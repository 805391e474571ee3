import { spawn, spawnSync } from 'node:child_process';
import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { describe } from '@jest/globals';
import { describeOnUnix } from '@praktikum/testing';
import { childEnvironment } from './child-environment.ts';

export const ORIGINAL = join(import.meta.dirname, '..', '..', '..');

export const NODE_24: Record<string, string> = JSON.parse(
  readFileSync(join(ORIGINAL, 'tools', 'setup', 'node-24', 'package.json'), 'utf8'),
).optionalDependencies;

/** The package of Node for this system. */
export const NAME = Object.keys(NODE_24).find((name) =>
  existsSync(join(ORIGINAL, 'node_modules', name)),
);

/** For tests whose pinned Node is a shell script in the package of this system. */
export const describeWithNode: typeof describe.skip =
  NAME === undefined ? describe.skip : describeOnUnix;

/** No registry answers, and nothing is left of an earlier download. */
export const OFFLINE = {
  npm_config_registry: 'http://127.0.0.1:9',
  npm_config_fetch_retries: '0',
  npm_config_cache: join(tmpdir(), 'praktikum-no-cache'),
};

/**
 * A workspace with our setup and our `npm start`, in which everything else is a stand-in: the pinned
 * Node is a shell script, nx an empty package, and what starts programs prints the version of the
 * Node that it would start them with.
 */
export class NodeWorkspace {
  readonly root = mkdtempSync(join(tmpdir(), 'praktikum-node-'));
  /** The pinned Node starts once this file is there. */
  readonly library = join(this.root, 'libatomic.so.1');

  /**
   * @param name package of the pinned Node
   * @param failing what the pinned Node does where it cannot start, in the shell's language
   */
  constructor(name: string, failing: string) {
    const { scripts, engines } = JSON.parse(readFileSync(join(ORIGINAL, 'package.json'), 'utf8'));
    const dependencies = { nx: 'file:nx' };
    const optionalDependencies = { [name]: 'file:pinned' };
    const manifest = { name: 'workspace', engines, dependencies, optionalDependencies };
    const node = { name, version: '26.10.0', bin: { node: 'bin/node' } };
    const nx = { name: 'nx', version: '0.0.0' };
    this.#write('package.json', { ...manifest, scripts });
    this.#write('package-lock.json', {
      name: 'workspace',
      lockfileVersion: 3,
      requires: true,
      packages: {
        '': manifest,
        'node_modules/nx': { resolved: 'nx', link: true },
        [`node_modules/${name}`]: { resolved: 'pinned', link: true, cpu: process.arch },
        nx,
        pinned: { ...node, optional: true },
      },
    });
    this.#write('nx/package.json', nx);
    const version = "execFileSync('node_modules/.bin/node', ['-p', 'process.version'])";
    const child = "require('node:child_process')";
    this.#write('praktikum.js', `process.stdout.write(${child}.${version});\n`);
    this.#write('pinned/package.json', node);
    const starts = `[ -e '${this.library}' ] && exec '${process.execPath}' "$@"`;
    this.#write('pinned/bin/node', `#!/bin/sh\n${starts}\n${failing}\n`);
    cpSync(join(ORIGINAL, 'tools', 'setup'), join(this.root, 'tools', 'setup'), {
      recursive: true,
      filter: (file) => !file.endsWith('node_modules'),
    });
  }

  /** As a `git pull` would, which brings a package more. */
  need(name: string, version: string, integrity: string): void {
    const read = (path: string) => JSON.parse(readFileSync(join(this.root, path), 'utf8'));
    const [manifest, lockfile] = [read('package.json'), read('package-lock.json')];
    manifest.dependencies[name] = version;
    lockfile.packages[''].dependencies[name] = version;
    lockfile.packages[`node_modules/${name}`] = { version, integrity, hasInstallScript: true };
    this.#write('package.json', manifest);
    this.#write('package-lock.json', lockfile);
  }

  /** The `node` that programs find in here. */
  get node(): string {
    return join(this.root, 'node_modules', '.bin', 'node');
  }

  /** `npm start`; what it prints is the version of Node that programs are started with. */
  start(extra: NodeJS.ProcessEnv = {}) {
    const { status, stdout, stderr } = spawnSync('npm', ['start'], {
      cwd: this.root,
      env: { ...childEnvironment(), ...extra },
      encoding: 'utf8',
    });
    return { status, printed: stdout.trim().split('\n').at(-1), said: stderr };
  }

  /** What `npm start` runs before a program, as if npm ran on this Node; what it installs, the real npm does. */
  setUp(nodeOfNpm: string, extra: NodeJS.ProcessEnv = {}) {
    const npm = { npm_node_execpath: nodeOfNpm, npm_execpath: undefined };
    const { status, stderr } = spawnSync(process.execPath, ['tools/setup/install.mjs'], {
      cwd: this.root,
      env: { ...childEnvironment(), ...OFFLINE, ...npm, ...extra },
      encoding: 'utf8',
    });
    return { status, said: stderr };
  }

  /**
   * The same as a running program, with a stand-in for npm.
   * @param npm a script for Node
   */
  startSetUp(npm: string) {
    this.#write('npm-cli.js', npm);
    return this.beginSetUp({ npm_execpath: join(this.root, 'npm-cli.js') });
  }

  /** The same as a running program, with the real npm. */
  beginSetUp(extra: NodeJS.ProcessEnv) {
    return spawn(process.execPath, ['tools/setup/install.mjs'], {
      cwd: this.root,
      env: { ...childEnvironment(), npm_execpath: undefined, ...extra },
      stdio: ['ignore', 'pipe', 'pipe'],
      detached: true, // so that a test can kill it with its npm
    });
  }

  remove(): void {
    rmSync(this.root, { recursive: true });
  }

  /** Writes a script, or an object as JSON. */
  #write(path: string, content: string | object): void {
    const file = join(this.root, path);
    mkdirSync(dirname(file), { recursive: true });
    const text = typeof content === 'string' ? content : JSON.stringify(content, null, 2);
    writeFileSync(file, text, { mode: 0o755 });
  }
}
