import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { execFileSync, spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import {
  globSync,
  mkdtempSync,
  readFileSync,
  realpathSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { connect } from 'node:net';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { text } from 'node:stream/consumers';
import { packLibrary } from '../src/pack-library.ts';
import { readmeModules } from './readme-modules.ts';

const ROOT = join(import.meta.dirname, '..', '..', '..');
const NAME = '@praktikum/socket-pool';

/** Nx and Jest tell their children about colours and modules. */
const ENVIRONMENT = { PATH: process.env.PATH };

let project: string;
let installed: string;
let files: string[];

/** A Node that cannot move sockets, as the system may have one. */
const OLDER_NODE = (process.env.PATH ?? '')
  .split(delimiter)
  .map((folder) => join(folder, 'node'))
  .find((node) =>
    /^v(?:1\d|2[0-3])\./.test(spawnSync(node, ['-v'], { encoding: 'utf8' }).stdout ?? ''),
  );

/** Somebody's empty project, and nothing in reach but the package. */
beforeAll(async () => {
  project = realpathSync(mkdtempSync(join(tmpdir(), 'pack-project-')));
  execFileSync('npm', ['init', '-y'], { cwd: project, stdio: 'pipe' });
  const tarball = await packLibrary('libs/socket-pool', project);
  const install = ['install', '--offline', '--no-audit', '--no-fund', tarball];
  execFileSync('npm', install, { cwd: project, stdio: 'pipe' });
  installed = join(project, 'node_modules', NAME);
  files = globSync('**/*', { cwd: installed }).filter((file) =>
    statSync(join(installed, file)).isFile(),
  );
});
afterAll(() => rmSync(project, { recursive: true }));

const contents = (file: string) => readFileSync(join(installed, file), 'utf8');

describe('the package', () => {
  it('needs no other', () => {
    expect(globSync('node_modules/{*,@*/*}/package.json', { cwd: project })).toEqual([
      `node_modules/${NAME}/package.json`,
    ]);
    const { dependencies, private: isPrivate } = JSON.parse(contents('package.json'));
    expect([dependencies, isPrivate]).toEqual([undefined, undefined]);
  });

  it('holds JavaScript, declarations and what is to be read, and nothing else', () => {
    const others = files.filter((file) => !file.endsWith('.d.ts'));
    expect(others.sort()).toEqual([
      'API.md',
      'LICENSE',
      'README.md',
      join('dist', 'index.js'),
      'package.json',
    ]);
    expect(files.filter((file) => /spec|test|fixture|bench/i.test(file))).toEqual([]);
  });

  it('names no place of the machine it was made on, and none of our packages but itself', () => {
    for (const file of files) {
      expect(contents(file)).not.toContain(ROOT);
      expect(contents(file)).not.toContain(tmpdir() + '/');
      expect(contents(file).replaceAll(NAME, '')).not.toContain('@praktikum/');
    }
  });

  it('has a README without links out of it', () => {
    const links = [...contents('README.md').matchAll(/\]\(([^)]+)\)/g)].map(([, link]) => link);
    expect(links).toEqual([]);
  });

  it('says of everything that it exports what it is', async () => {
    const names = Object.keys(await import(join(installed, 'dist', 'index.js')));
    const page = contents('API.md').replaceAll('\\_', '_');
    const headings = [...page.matchAll(/^### (\w+)/gm)].map(([, name]) => name);
    expect(names).toContain('SocketPool');
    expect(headings).toEqual(expect.arrayContaining(names));
  });
});

describe('the example of the README', () => {
  it('has fifteen lines', () => {
    const sources = [...readmeModules(contents('README.md')).values()].join('');
    expect(sources.trimEnd().split('\n')).toHaveLength(15);
  });

  const onUnix = process.platform === 'win32' ? it.skip : it;

  onUnix('runs as it stands, and ends when it is told to', async () => {
    for (const [file, source] of readmeModules(contents('README.md'))) {
      writeFileSync(join(project, file), source.replace('port: 12345', 'port: 0'));
    }
    const server = spawn(process.execPath, ['server.mjs'], {
      cwd: project,
      env: ENVIRONMENT,
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    try {
      const [line] = (await once(server.stdout.setEncoding('utf8'), 'data')) as [string];
      const [, port] = /^listening on port (\d+)$/m.exec(line) ?? [];
      const client = connect(Number(port), '127.0.0.1');
      client.end('halo');
      expect(await text(client)).toMatch(/^worker \d+\nhalo$/);
      const ended = once(server, 'exit');
      server.kill('SIGTERM');
      expect(await ended).toEqual([0, null]);
    } finally {
      server.kill('SIGKILL');
    }
  });

  const onOlderNode = OLDER_NODE === undefined ? it.skip : it;
  onOlderNode(
    'says on an older Node which one it needs (needs a Node before 24 on the PATH)',
    () => {
      const { status, stderr } = spawnSync(OLDER_NODE!, ['server.mjs'], {
        cwd: project,
        env: ENVIRONMENT,
        encoding: 'utf8',
      });
      expect(stderr).toContain('@praktikum/socket-pool needs Node.js 24.20 or newer on line 24');
      expect(status).toBe(1);
    },
  );
});

const CONSUMER = `
import { CodedError, SocketPool, converse, serveConnections } from '${NAME}';
import type { Connection, Conversation, Endpoint, SocketPoolOptions } from '${NAME}';

const options: SocketPoolOptions = {
  worker: new URL('./worker.js', import.meta.url),
  listeners: [{ endpoint: { host: '127.0.0.1', port: 0 } }],
  limits: { maxConnections: 10 },
};
const pool: SocketPool = await SocketPool.listen(options);
pool.on('refused', ({ remote }, reason) => console.log(remote.host, reason === 'queue-full'));
const { host, port }: Endpoint = pool.address;
console.log(host.length + port, pool.stats().workers[0]?.connections);

const upper: Conversation = { receive: (chunk) => Buffer.from(chunk), end: () => new Uint8Array() };
await serveConnections<{ greeting: string }>(({ data }) => ({
  open(connection: Connection) {
    connection.socket.write(data.greeting);
    converse(connection, upper);
    connection.close(new CodedError('ERR_ENOUGH', 'enough'));
  },
}));
`;

describe('the declarations', () => {
  const compile = (source: string) => {
    writeFileSync(join(project, 'consumer.mts'), source);
    const compilerOptions = {
      ...{ module: 'nodenext', target: 'es2024', strict: true, noEmit: true },
      ...{ types: ['node'], typeRoots: [join(ROOT, 'node_modules', '@types')] },
      skipLibCheck: false,
    };
    const tsconfig = { compilerOptions, files: ['consumer.mts'] };
    writeFileSync(join(project, 'tsconfig.json'), JSON.stringify(tsconfig));
    const tsc = join(ROOT, 'node_modules', 'typescript', 'bin', 'tsc');
    return spawnSync(process.execPath, [tsc, '--project', project], {
      env: ENVIRONMENT,
    }).stdout.toString();
  };

  it('let a program compile that uses the pool rightly', () => {
    expect(compile(CONSUMER)).toBe('');
  });

  it('say what is wrong with one that does not', () => {
    const wrong = CONSUMER.replace("'queue-full'", "'no-such-reason'")
      .replace('maxConnections: 10', "maxConnections: '10'")
      .replace('data.greeting', 'data.farewell');
    const codes = [...compile(wrong).matchAll(/error (TS\d+)/g)].map(([, code]) => code);
    expect(codes).toEqual(['TS2322', 'TS2367', 'TS2339']);
  });
});
