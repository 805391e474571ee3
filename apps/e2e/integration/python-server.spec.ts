import { afterEach, expect, it } from '@jest/globals';
import {
  freeEndpoint,
  runToEnd,
  ScriptedClient,
  startCommand,
  type RunningProgram,
} from '@praktikum/peers';
import { describeWith, guideProgram } from '@praktikum/testing';
import { peer } from './peer-programs.ts';

let python: RunningProgram;
afterEach(() => python.stop('SIGKILL'));

/** Starts a peer that prints its port. */
async function startPeer(name: string): Promise<string> {
  python = startCommand('python3', [peer(name)]);
  return python.line(/^\d+$/);
}

/** The guide's servers print no port, and not until they have more to print: they are asked. */
async function startOriginal(program: string): Promise<string> {
  const { port } = await freeEndpoint();
  python = startCommand('python3', ['-u', program, '127.0.0.1', String(port)]);
  await python.line(/^(Menunggu koneksi|Server berjalan)/);
  return String(port);
}

describeWith('python3', "Python's socket module as server", () => {
  it.each([
    ['echo_server.py', ''],
    ['reply_server.py', 'Anda mengirim: '],
  ])('%s shows its whole answer in our client', async (name, prefix) => {
    const port = await startPeer(name);
    const { code, stdout } = await runToEnd('client', ['127.0.0.1', port]);
    expect(stdout.toString().split('\n')).toEqual([
      `Menghubungkan ke 127.0.0.1 port ${port}`,
      'Mengirim: Ini pesan dari client',
      `Diterima: ${prefix}Ini pesan dari client`,
      'Menutup koneksi',
      '',
    ]);
    expect(code).toBe(0);
  });

  it.each([
    ['echo_server.py', 5],
    ['reply_server.py', 20],
  ])('%s stands our swarm', async (name, clients) => {
    const port = await startPeer(name);
    const args = [
      'swarm',
      '127.0.0.1',
      port,
      '--clients',
      String(clients),
      '--messages',
      '3',
      '--json',
    ];
    const { code, stdout } = await runToEnd('client', args);
    expect(JSON.parse(stdout.toString())).toMatchObject({
      summary: { succeeded: clients, failed: 0 },
    });
    expect(code).toBe(0);
  });

  for (const [name, prefix] of [
    ['simple_server.py', ''],
    ['threaded_server.py', 'Anda mengirim: '],
  ] as const) {
    const original = guideProgram(name);
    (original ? it : it.skip)(`the guide's own ${name} answers our client`, async () => {
      const port = await startOriginal(original!);
      const { code, stdout } = await runToEnd('client', ['127.0.0.1', port]);
      expect(stdout.toString()).toContain(`Diterima: ${prefix}Ini pesan dari client\n`);
      expect(code).toBe(0);
      (await ScriptedClient.connect({ host: '127.0.0.1', port: Number(port) })).close();
    });
  }
});
