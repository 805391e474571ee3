import { afterAll, afterEach, describe, expect, it } from '@jest/globals';
import { readFile } from 'node:fs/promises';
import {
  runCommand,
  startCommand,
  startServer,
  type RunningProgram,
  type StartedServer,
} from '@praktikum/peers';
import { describeWith, TestCertificates } from '@praktikum/testing';
import { peer } from './peer-programs.ts';

const certificates = await TestCertificates.create();
const { ca } = certificates;
await certificates.issue('lab', { names: ['lab.example'] });
await certificates.issue('budi', { use: 'client' });
afterAll(() => certificates.remove());

let server: StartedServer;
afterEach(() => server.stop('SIGKILL'));

const start = async (app: string, ...args: string[]) =>
  (server = await startServer(app, [...certificates.serverArguments(), ...args]));

const APPS = ['simple-server', 'threaded-server'];
const MIB = 1024 * 1024;

describeWith('openssl', 'openssl s_client', () => {
  const sClient = async (input: string, ...args: string[]) => {
    const { host, port } = server.endpoint;
    const options = ['-CAfile', ca, '-verify_return_error', ...args];
    const result = await runCommand(
      'openssl',
      ['s_client', '-connect', `${host}:${port}`, ...options],
      { input },
    );
    return `${result.stdout.toString()}\n${result.stderr}`;
  };

  describe.each(APPS)('with %s', (app) => {
    it.each([
      ['1.2', '-tls1_2', 'TLSv1.2, Cipher is ECDHE-ECDSA-AES128-GCM-SHA256'],
      ['1.3', '-tls1_3', 'TLSv1.3, Cipher is TLS_AES_128_GCM_SHA256'],
    ])('agrees on TLS %s, with forward secrecy', async (_, version, expected) => {
      await start(app);
      const printed = await sClient('Q\n', version);
      expect(printed).toContain(expected);
      expect(printed).toContain('Verify return code: 0 (ok)');
    });

    it.each(['-tls1', '-tls1_1'])('is refused with %s, and told so', async (version) => {
      await start(app);
      const printed = await sClient('Q\n', version, '-cipher', 'ALL:@SECLEVEL=0');
      expect(printed).toContain('alert protocol version');
      await expect(server.program.event('tls-failed')).resolves.toMatchObject({
        reason: 'protocol',
      });
    });

    it('is refused without a cipher in common', async () => {
      await start(app);
      const printed = await sClient('Q\n', '-tls1_2', '-cipher', 'ECDHE-ECDSA-AES128-SHA');
      expect(printed).toContain('alert handshake failure');
      await expect(server.program.event('tls-failed')).resolves.toMatchObject({ reason: 'cipher' });
    });

    it('says that it does not know the CA, and the log has it', async () => {
      await start(app);
      const { host, port } = server.endpoint;
      const options = ['-connect', `${host}:${port}`, '-verify_return_error'];
      await runCommand('openssl', ['s_client', ...options]);
      await expect(server.program.event('tls-failed')).resolves.toMatchObject({
        reason: 'unknown-ca',
        remote: expect.stringContaining('127.0.0.1:'),
      });
    });

    it('gets no chance to renegotiate', async () => {
      await start(app);
      expect(await sClient('R\n', '-tls1_2')).toMatch(/no renegotiation/i);
    });
  });

  it.each(['-tls1_2', '-tls1_3'])('resumes its session in every worker, %s', async (version) => {
    await start('threaded-server', '--workers', '3', '--mode', 'echo');
    const { host, port } = server.endpoint;
    const session = certificates.path(`session${version}.pem`);
    // The echo comes behind the tickets of TLS 1.3, which come after the handshake.
    const connect = async (...args: string[]) => {
      const options = ['-connect', `${host}:${port}`, version, '-quiet', '-no_ign_eof', ...args];
      const input = { input: 'halo\n', keepInputOpen: true };
      const client = startCommand('openssl', ['s_client', ...options], input);
      await client.line(/halo/);
      return client;
    };
    const leave = async (client: RunningProgram) => {
      client.process.stdin.end();
      await client.toEnd();
    };
    await leave(await connect('-sess_out', session));
    await server.program.event('tls', { resumed: false });
    // Whoever stays makes the next one come to another worker.
    const staying = [];
    for (let count = 0; count < 3; count++) staying.push(await connect('-sess_in', session));
    for (const worker of [1, 2, 3]) {
      await server.program.event('tls', { resumed: true, worker });
    }
    await Promise.all(staying.map(leave));
  });

  it('chooses the certificate by the name that it asks for', async () => {
    await start('threaded-server', ...certificates.serverArguments('lab').slice(1));
    for (const [name, subject] of [
      ['lab.example', /subject=CN ?= ?lab/],
      ['localhost', /subject=CN ?= ?server/],
      ['unknown.example', /subject=CN ?= ?server/],
    ] as const) {
      expect(await sClient('Q\n', '-servername', name)).toMatch(subject);
    }
    expect(await sClient('Q\n', '-noservername')).toMatch(/subject=CN ?= ?server/);
  });

  describe('with client certificates', () => {
    const { cert, key } = certificates.files('budi');
    const required = ['--ca', ca, '--client-cert', 'required'];

    it('is known by its name', async () => {
      await start('threaded-server', ...required);
      expect(await sClient('Q\n', '-cert', cert, '-key', key)).toContain('Verify return code: 0');
      await expect(server.program.event('tls')).resolves.toMatchObject({
        authorized: true,
        clientName: 'budi',
      });
    });

    it.each(APPS)('is refused by %s without one, and told so', async (app) => {
      await start(app, ...required);
      expect(await sClient('', '-tls1_3', '-ign_eof')).toContain('alert certificate required');
      const failed = await server.program.event('tls-failed');
      expect(failed).toMatchObject({ reason: 'no-client-certificate' });
    });

    it.each(['-tls1_2', '-tls1_3'])('is refused with one of another CA, %s', async (version) => {
      await start('threaded-server', ...required);
      const stranger = await certificates.issue('stranger', { use: 'client', issuer: undefined });
      await sClient('', version, '-cert', stranger.cert, '-key', stranger.key);
      await expect(server.program.event('tls-failed')).resolves.toMatchObject({
        reason: 'client-certificate',
      });
    });

    it('is served as a stranger where it is optional', async () => {
      await start('threaded-server', '--ca', ca, '--client-cert', 'optional');
      await sClient('Q\n');
      await expect(server.program.event('tls')).resolves.toMatchObject({ authorized: false });
    });
  });

  it('leaves its secrets in the key log, with the labels that Wireshark reads', async () => {
    const keyLog = certificates.path('keys.log');
    await start('threaded-server', '--key-log', keyLog, '--lang', 'en');
    const warning = await server.program.event('tls-key-log');
    expect(warning.msg).toContain('can decrypt every conversation');
    await sClient('Q\n', '-tls1_3');
    await sClient('Q\n', '-tls1_2');
    const lines = (await readFile(keyLog, 'utf8')).trimEnd().split('\n');
    for (const line of lines) expect(line).toMatch(/^[A-Z0-9_]+ [0-9a-f]{64} [0-9a-f]{64,96}$/);
    expect(new Set(lines.map((line) => line.split(' ')[0]))).toEqual(
      new Set([
        'CLIENT_HANDSHAKE_TRAFFIC_SECRET',
        'SERVER_HANDSHAKE_TRAFFIC_SECRET',
        'CLIENT_TRAFFIC_SECRET_0',
        'SERVER_TRAFFIC_SECRET_0',
        'EXPORTER_SECRET',
        'CLIENT_RANDOM',
      ]),
    );
  });
});

describeWith('python3', "Python's ssl module", () => {
  it.each([
    ['simple-server', []],
    ['threaded-server', ['--mode', 'echo']],
  ])('gets 5 MiB back from %s, and both close with close_notify', async (app, args) => {
    await start(app, ...args);
    const bytes = Buffer.alloc(5 * MIB, Buffer.from([...Array(256).keys()]));
    const { host, port } = server.endpoint;
    const program = [peer('tls_client.py'), host, String(port), ca];
    const { stdout, ...python } = await runCommand('python3', program, { input: bytes });
    expect(python).toEqual({ code: 0, signal: null, stderr: 'TLSv1.3\n' });
    expect(stdout.equals(bytes)).toBe(true);
  });
});
