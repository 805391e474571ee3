import { afterEach, expect, it } from '@jest/globals';
import { readFile } from 'node:fs/promises';
import { createServer } from 'node:net';
import {
  makePipe,
  runToEnd,
  ScriptedClient,
  shellCommand,
  startOnTerminal,
  startProgram,
  writerOf,
  type RunningProgram,
  type StartedServer,
} from '@praktikum/peers';
import { describeWith, itOnUnix } from '@praktikum/testing';
import { secureServers } from './secure-servers.ts';

const { certificates, start } = await secureServers();
const { server } = certificates;
const tls = { ca: await certificates.authorities, servername: 'localhost' };

const programs: RunningProgram[] = [];
afterEach(() => Promise.all(programs.splice(0).map((program) => program.stop('SIGKILL'))));

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
  id: 'tidak terbaca seluruhnya dalam 10s',
  en: 'could not be read to its end within 10s',
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
      const { code, stderr } = await program.toEnd();
      await writer?.close();
      expect(stderr).toContain(`${pipe} ${SILENT[language]}`);
      expect([code, stderr]).toEqual([17, expect.stringContaining('(ERR_TLS_FILE_SILENT, ')]);
    });
    await Promise.all(ends);
  });

  itOnUnix.each(READINGS)('%s ends at a signal while it waits: %#', async (app, _, args) => {
    const [patientPipe, pipe] = [newPipe(), newPipe()];
    const patient = startProgram(app, args(patientPipe));
    programs.push(patient);
    const patientWriter = await writerOf(patientPipe);
    const program = startProgram(app, args(pipe));
    programs.push(program);
    const writer = await writerOf(pipe);
    const { code } = await program.stop('SIGTERM');
    // What waits since longer has not come to its deadline yet.
    expect([patient.process.exitCode, patient.process.signalCode]).toEqual([null, null]);
    expect(code).toBe(app === 'client' ? 143 : 0);
    await Promise.all([patientWriter.close(), writer.close()]);
  });

  itOnUnix('let a server outlive a hangup while it waits', async () => {
    const pipe = newPipe();
    const program = startProgram('threaded-server', [
      '--port',
      '0',
      '--tls',
      ...pair(pipe, server.key),
    ]);
    programs.push(program);
    const writer = await writerOf(pipe);
    program.kill('SIGHUP');
    await writer.write(await readFile(server.cert));
    await writer.close();
    await program.event('listening');
    expect((await program.stop('SIGTERM')).code).toBe(0);
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
});

describeWith('script', 'a key on a terminal where nobody types', () => {
  it('is given up at the deadline', async () => {
    const args = [...SERVER, ...pair(server.cert, '/dev/tty'), '--lang', 'en'];
    const program = startOnTerminal(shellCommand('simple-server', args));
    programs.push(program);
    await program.line(/ERR_TLS_FILE_SILENT/);
    const { code, stdout } = await program.toEnd();
    expect([code, stdout.toString()]).toEqual([
      17,
      expect.stringContaining(`/dev/tty ${SILENT.en}`),
    ]);
  });
});

itOnUnix('a socket is not taken for a key, nor is a device without end', async () => {
  const socket = certificates.path('socket');
  const listener = createServer().listen(socket);
  for (const [path, reason] of [
    [socket, 'ini socket, bukan berkas'],
    ['/dev/zero', 'terlalu besar'],
  ] as const) {
    const args = [...SERVER, ...pair(server.cert, path)];
    const { code, stderr } = await runToEnd('threaded-server', args);
    expect([code, stderr]).toEqual([17, expect.stringContaining(`(${reason})`)]);
  }
  listener.close();
});

async function expectServed({ endpoint }: StartedServer): Promise<void> {
  const client = await ScriptedClient.connect(endpoint, { tls });
  await client.send('halo');
  await client.receiveText('halo');
  client.close();
}
