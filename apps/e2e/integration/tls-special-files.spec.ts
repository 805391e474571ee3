import { afterEach, expect, it } from '@jest/globals';
import { readFile, rename, rm } from 'node:fs/promises';
import { createServer } from 'node:net';
import { join } from 'node:path';
import {
  describeWith,
  makePipe,
  runToEnd,
  startCommand,
  startProgram,
  TestClient,
  writerOf,
  type BuiltServer,
  type RunningProgram,
} from '@praktikum/testing';
import { secureServers } from './secure-servers.ts';

const { certificates, start } = await secureServers();
const { ca, server } = certificates;
const budi = await certificates.issue('budi', { use: 'client' });
const tls = { ca: await certificates.authorities, servername: 'localhost' };

const programs: RunningProgram[] = [];
afterEach(() => Promise.all(programs.splice(0).map((program) => program.stop('SIGKILL'))));

const bundleOf = (app: string) => join(import.meta.dirname, '..', '..', app, 'dist', 'main.js');

let pipes = 0;
const newPipe = () => makePipe(certificates.path(`${(pipes += 1)}.pipe`));

const CLIENT = ['localhost', '1', '--tls', '--timeout', '1m'];
const SERVER = ['127.0.0.1', '0', '--tls'];
const pair = (cert: string, key: string) => ['--cert', cert, '--key', key];

/** Every option that names a file to be read, with a pipe in its place. */
const READINGS = [
  ['simple-server', 'id', (pipe: string) => [...SERVER, ...pair(pipe, server.key)]],
  ['simple-server', 'en', (pipe: string) => [...SERVER, ...pair(server.cert, pipe)]],
  [
    'threaded-server',
    'id',
    (pipe: string) => [...SERVER, ...pair(server.cert, server.key), '--passphrase-file', pipe],
  ],
  [
    'threaded-server',
    'en',
    (pipe: string) => [
      ...SERVER,
      ...pair(server.cert, server.key),
      ...['--client-cert', 'optional', '--ca', pipe],
    ],
  ],
  ['client', 'id', (pipe: string) => [...CLIENT, '--ca', pipe]],
  ['client', 'en', (pipe: string) => ['swarm', ...CLIENT, ...pair(pipe, server.key)]],
  ['client', 'id', (pipe: string) => ['doctor', ...CLIENT, ...pair(server.cert, pipe)]],
  [
    'client',
    'en',
    (pipe: string) => [
      ...['--interactive', ...CLIENT],
      ...pair(server.cert, server.key),
      ...['--passphrase-file', pipe],
    ],
  ],
] as const;

const SILENT = {
  id: 'tidak memberi seluruh isinya dalam 10s',
  en: 'did not give all that it holds within 10s',
};

describeWith('mkfifo', 'certificates and keys in pipes', () => {
  it('that say nothing are given up at a deadline', async () => {
    const ends = READINGS.map(async ([app, language, args], index) => {
      const pipe = newPipe();
      const program = startProgram(app, [...args(pipe), '--lang', language]);
      programs.push(program);
      // Every second one has a writer, which says nothing, or begins and does not end.
      const writer = index % 2 === 0 ? undefined : await writerOf(pipe);
      if (index % 4 === 1) await writer?.write('-----BEGIN ');
      const { code, stderr } = await program.ended;
      await writer?.close();
      expect(stderr).toContain(`${pipe} ${SILENT[language]}`);
      expect([code, stderr]).toEqual([17, expect.stringContaining('(ERR_TLS_FILE_SILENT, ')]);
    });
    await Promise.all(ends);
  });

  it.each(READINGS)('%s ends at a signal while it waits: %#', async (app, _, args) => {
    const [patientPipe, pipe] = [newPipe(), newPipe()];
    const patient = startProgram(app, args(patientPipe));
    programs.push(patient);
    const patientWriter = await writerOf(patientPipe);
    const program = startProgram(app, args(pipe));
    programs.push(program);
    const writer = await writerOf(pipe);
    const { code, signal } = await program.stop('SIGTERM');
    // What waits since longer has not come to its deadline yet.
    expect([patient.process.exitCode, patient.process.signalCode]).toEqual([null, null]);
    expect(app === 'client' ? code : signal).toBe(app === 'client' ? 143 : 'SIGTERM');
    await Promise.all([patientWriter.close(), writer.close()]);
  });

  it('are read from whoever begins late', async () => {
    const [cert, key] = [newPipe(), newPipe()];
    const starting = start('threaded-server', ['--mode', 'echo', '--tls', ...pair(cert, key)]);
    for (const [pipe, file] of [
      [cert, server.cert],
      [key, server.key],
    ] as const) {
      const writer = await writerOf(pipe);
      await writer.write(await readFile(file));
      await writer.close();
    }
    await expectServed(await starting);
  });

  describeWith('bash', 'of bash', () => {
    const inBash = (app: string, args: string) => {
      const command = `exec "$0" "$1" --lang en ${args}`;
      const program = startCommand('bash', ['-c', command, process.execPath, bundleOf(app)]);
      programs.push(program);
      return program;
    };

    it('are taken from commands, also from slow ones', async () => {
      const { cert, key } = server;
      const program = inBash(
        'threaded-server',
        `127.0.0.1 0 --tls --cert <(cat ${cert}) --key <(sleep 1; cat ${key}) ` +
          `--client-cert required --ca <(cat ${ca})`,
      );
      const { port } = await program.event('listening');
      const client = inBash(
        'client',
        `localhost ${port} --tls --ca <(cat ${ca}) --cert <(cat ${budi.cert}) --key <(cat ${budi.key})`,
      );
      const { code, stdout } = await client.ended;
      expect(stdout.toString()).toContain('Diterima: Anda mengirim: Ini pesan dari client');
      expect(code).toBe(0);
    });

    it('say what is wrong with a command that gives nothing', async () => {
      const args = `127.0.0.1 0 --tls --cert ${server.cert} --key <(true)`;
      const { code, stderr } = await inBash('simple-server', args).ended;
      expect([code, stderr]).toEqual([17, expect.stringContaining('is not a private key')]);
    });

    it('may be the standard input, which is not waited for either', async () => {
      const pipe = newPipe();
      const args = `127.0.0.1 0 --tls --cert ${server.cert} --key /dev/stdin < ${pipe}`;
      const program = inBash('simple-server', args);
      const writer = await writerOf(pipe);
      const { code, stderr } = await program.ended;
      await writer.close();
      expect([code, stderr]).toEqual([17, expect.stringContaining(`/dev/stdin ${SILENT.en}`)]);
    });

    describeWith('openssl', 'with a passphrase', () => {
      it('that comes once, for several keys', async () => {
        const encrypted = `<(openssl pkey -in ${server.key} -aes256 -passout pass:rahasia)`;
        const args = `--cert ${server.cert} --key ${encrypted}`;
        const program = inBash(
          'threaded-server',
          `127.0.0.1 0 --tls ${args} ${args} --passphrase-file <(echo rahasia)`,
        );
        await program.event('listening');
      });
    });
  });
});

describeWith('mkfifo', 'a reload that finds a pipe in the place of a key', () => {
  async function reloadWaits(): Promise<BuiltServer & { readonly key: string }> {
    const { cert, key } = await certificates.issue('renewed', { names: ['localhost'] });
    const args = ['--mode', 'echo', '--tls', ...pair(cert, key), '--shutdown-timeout', '1m'];
    const running = await start('threaded-server', args);
    await rename(key, `${key}.kept`);
    makePipe(key);
    running.program.process.kill('SIGHUP');
    return { ...running, key };
  }

  it('serves on with the old one, says so, and may be repeated', async () => {
    const running = await reloadWaits();
    const writer = await writerOf(running.key);
    await expectServed(running);
    const { code, msg } = await running.program.event('reload-failed');
    expect(code).toBe('ERR_TLS_FILE_SILENT');
    expect(msg).toContain('worker lama tetap melayani');
    await writer.close();
    await expectServed(running);
    await rm(running.key);
    await rename(`${running.key}.kept`, running.key);
    running.program.process.kill('SIGHUP');
    await running.program.event('reloaded');
    await expectServed(running);
  });

  it('does not keep a server that is told to end', async () => {
    const running = await reloadWaits();
    const writer = await writerOf(running.key);
    const { code, stderr } = await running.stop('SIGTERM');
    await writer.close();
    await rm(running.key);
    expect([code, stderr, running.program.events('reload-failed')]).toEqual([0, '', []]);
  });
});

describeWith('script', 'a key on a terminal where nobody types', () => {
  it('is given up at the deadline', async () => {
    const args = `127.0.0.1 0 --tls --cert '${server.cert}' --key /dev/tty --lang en`;
    const command = `'${process.execPath}' '${bundleOf('simple-server')}' ${args}`;
    const program = startCommand('script', ['-qefc', command, '/dev/null'], {
      keepInputOpen: true,
    });
    programs.push(program);
    await program.line(/ERR_TLS_FILE_SILENT/);
    const { code, stdout } = await program.ended;
    expect([code, stdout.toString()]).toEqual([
      17,
      expect.stringContaining(`/dev/tty ${SILENT.en}`),
    ]);
  });
});

const onUnix = process.platform === 'win32' ? it.skip : it;

onUnix('a socket is not taken for a key, nor is a device without end', async () => {
  const socket = certificates.path('socket');
  const listener = createServer().listen(socket);
  for (const [path, reason] of [
    [socket, 'itu sebuah socket'],
    ['/dev/zero', 'terlalu besar'],
  ] as const) {
    const args = [...SERVER, ...pair(server.cert, path)];
    const { code, stderr } = await runToEnd('threaded-server', args);
    expect([code, stderr]).toEqual([17, expect.stringContaining(`(${reason})`)]);
  }
  listener.close();
});

async function expectServed({ endpoint }: BuiltServer): Promise<void> {
  const client = await TestClient.connect(endpoint, tls);
  await client.send('halo');
  await client.receiveText('halo');
  client.close();
}
