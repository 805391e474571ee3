import { beforeAll, describe, expect, it } from '@jest/globals';
import { writeFile } from 'node:fs/promises';
import { execFileSync } from 'node:child_process';
import { runToEnd, ScriptedClient, type StartedServer } from '@praktikum/peers';
import { describeWith, itOnUnix } from '@praktikum/testing';
import { secureServers } from './secure-servers.ts';

const { certificates, start: startPlainly, startSecure } = await secureServers();
const ca = await certificates.authorities;
const tls = { ca, servername: 'localhost' };

let server: StartedServer | undefined;

const start = async (app: string, ...args: string[]) => (server = await startSecure(app, ...args));

async function expectServed({ endpoint }: StartedServer): Promise<void> {
  const client = await ScriptedClient.connect(endpoint, { tls });
  await client.send('halo');
  await client.receiveText('halo');
  client.close();
}

const APPS = ['simple-server', 'threaded-server'];

describe.each(APPS)('%s with TLS', (app) => {
  it.each(['x', 'halo\n', 'GET / HTTP/1.1\r\nHost: localhost\r\n\r\n'])(
    'closes at once for plain text %j, with one line in the log',
    async (text) => {
      const { endpoint, program } = await start(app);
      const client = await ScriptedClient.connect(endpoint);
      await client.send(text);
      expect(await client.receiveToEnd()).toHaveLength(0);
      client.close();
      await expectServed(server!);
      const { remote, ...line } = await program.event('tls-failed');
      expect(remote).toMatch(/^127\.0\.0\.1:/);
      expect(line).toMatchObject({ reason: 'plain-text', code: 'ERR_TLS_PLAIN_TEXT' });
      expect(program.events('tls-failed')).toHaveLength(1);
      expect(program.events('closed')).toEqual([]);
    },
  );

  it('ends a handshake that has begun and does not go on at its deadline', async () => {
    const { endpoint, program } = await start(app, '--handshake-timeout', '2s');
    const client = await ScriptedClient.connect(endpoint);
    await client.send(Uint8Array.of(0x16, 0x03, 0x01));
    await client.receiveOutcome();
    await expect(program.event('tls-failed')).resolves.toMatchObject({ reason: 'timeout' });
    await expectServed(server!);
  });

  it('knows garbage behind a right first byte', async () => {
    const { endpoint, program } = await start(app);
    const client = await ScriptedClient.connect(endpoint);
    await client.send(Buffer.alloc(500, 0x16));
    await client.receiveOutcome();
    await expect(program.event('tls-failed')).resolves.toMatchObject({ reason: 'broken' });
    await expectServed(server!);
  });

  itOnUnix('ends at a signal with a mute client connected, before the deadline', async () => {
    const { endpoint } = await start(app);
    const mute = await ScriptedClient.connect(endpoint);
    const served = server!.stop('SIGTERM');
    await mute.receiveOutcome();
    expect((await served).code).toBe(0);
  });

  itOnUnix('sends the end of the stream through TLS when it is stopped', async () => {
    const { endpoint } = await start(app);
    const client = await ScriptedClient.connect(endpoint, { tls });
    await client.send('x');
    await client.receive(1);
    const stopped = server!.stop('SIGTERM');
    await client.receiveToEnd();
    client.halfClose();
    expect((await stopped).code).toBe(0);
  });

  it('closes a client that falls silent', async () => {
    const { endpoint, program } = await start(
      app,
      ...['--idle-timeout', '300ms', '--log-level', 'debug'],
    );
    const client = await ScriptedClient.connect(endpoint, { tls });
    await client.receiveToEnd();
    client.halfClose();
    await expect(program.event('closed')).resolves.toMatchObject({ reason: 'idle' });
  });

  it('answers 5 MiB after the half-close of its client', async () => {
    const { endpoint } = await start(app, ...(app === 'threaded-server' ? ['--mode', 'echo'] : []));
    const bytes = Buffer.alloc(5 * 1024 * 1024, Buffer.from([...Array(256).keys()]));
    const client = await ScriptedClient.connect(endpoint, { tls });
    client.socket.end(bytes);
    expect((await client.receiveToEnd()).equals(bytes)).toBe(true);
  });
});

describe('threaded-server with TLS', () => {
  it('serves others beside a hundred mute connections, and ends those', async () => {
    const { endpoint, program } = await start('threaded-server', '--handshake-timeout', '4s');
    const mute = await Promise.all(
      Array.from({ length: 100 }, () => ScriptedClient.connect(endpoint)),
    );
    for (let count = 0; count < 10; count++) await expectServed(server!);
    await Promise.all(mute.map((client) => client.receiveOutcome()));
    await program.event('tls-failed', { reason: 'timeout' });
    await expectServed(server!);
  });

  itOnUnix('takes new certificates at a reload; who is connected stays so', async () => {
    await certificates.issue('renewed', { commonName: 'old', names: ['localhost'] });
    const args = certificates.serverArguments('renewed');
    server = await startPlainly('threaded-server', ['--mode', 'echo', ...args]);
    const before = await ScriptedClient.connect(server.endpoint, { tls });
    await certificates.issue('renewed', { commonName: 'new', names: ['localhost'] });
    server.program.kill('SIGHUP');
    await server.program.event('reloaded');
    await before.send('masih di sini');
    await before.receiveText('masih di sini');
    before.close();
    const after = await runToEnd('client', [
      ...['localhost', String(server.endpoint.port)],
      ...['--tls', '--ca', certificates.ca],
    ]);
    expect(after.stderr).toContain('server new');
  });
});

describe('certificates and keys that cannot be used', () => {
  const HOUR_MS = 3_600_000;
  const hour = (offset: number) => new Date(Date.now() + offset * HOUR_MS);

  beforeAll(async () => {
    await certificates.issue('past', { notBefore: hour(-2), notAfter: hour(-1) });
    await certificates.issue('future', { notBefore: hour(1), notAfter: hour(2) });
    await writeFile(certificates.path('garbage.pem'), 'bukan PEM\n', { mode: 0o600 });
  });

  const { server: good } = certificates;
  const file = (name: string) => certificates.path(name);

  it.each([
    [
      { cert: file('past.pem'), key: file('past-key.pem') },
      'sudah kedaluwarsa sejak',
      ' expired on ',
    ],
    [
      { cert: file('future.pem'), key: file('future-key.pem') },
      'baru berlaku mulai',
      'is not valid before',
    ],
    [
      { ...good, key: file('past-key.pem') },
      'tidak cocok dengan sertifikat',
      'does not belong to the certificate',
    ],
    [{ ...good, cert: file('garbage.pem') }, 'bukan sertifikat dalam format PEM', 'not a certific'],
    [{ ...good, key: file('garbage.pem') }, 'bukan kunci privat dalam format', 'not a private key'],
    [{ cert: good.key, key: good.cert }, 'kunci privat, bukan sertifikat', 'not a certificate'],
    [
      { ...good, cert: file('tidak-ada.pem') },
      '(berkas atau folder tidak ada)',
      '(it does not exist)',
    ],
    [{ ...good, key: certificates.folder }, '(ini folder, bukan berkas)', '(it is a folder)'],
  ])('%#: are explained at the start', async ({ cert, key }, indonesian, english) => {
    for (const [app, language, text] of [
      ['simple-server', 'id', indonesian],
      ['threaded-server', 'en', english],
    ] as const) {
      const args = ['--port', '0', '--tls', '--cert', cert, '--key', key, '--lang', language];
      const { code, stderr } = await runToEnd(app, args);
      expect(stderr).toContain(text);
      expect(stderr).not.toMatch(/^ +at /m);
      expect(code).toBe(17);
    }
  });

  describeWith('openssl', 'encrypted keys', () => {
    const encrypted = file('encrypted-key.pem');
    const args = ['--port', '0', '--tls', '--cert', good.cert, '--key', encrypted, '--lang', 'en'];
    beforeAll(async () => {
      const options = ['pkey', '-in', good.key, '-aes256', '-passout', 'pass:rahasia'];
      execFileSync('openssl', [...options, '-out', encrypted]);
      await writeFile(file('right'), 'rahasia\n', { mode: 0o600 });
      await writeFile(file('wrong'), 'keliru\n', { mode: 0o600 });
    });

    it('need a passphrase, and the right one', async () => {
      const without = await runToEnd('threaded-server', args);
      expect(without.stderr).toContain('is encrypted and needs a passphrase');
      const wrong = await runToEnd('threaded-server', [
        ...args,
        '--passphrase-file',
        file('wrong'),
      ]);
      expect(wrong.stderr).toContain('The passphrase of the key');
      expect(wrong.stderr).not.toContain('keliru');
      expect([without.code, wrong.code]).toEqual([17, 17]);
    });

    it('are opened with it', async () => {
      const options = [...args.slice(2), '--passphrase-file', file('right')];
      server = await startPlainly('threaded-server', options);
      await expectServed(server);
    });
  });

  it.each([
    [['--cert', good.cert], '--cert works only together with --tls'],
    [['--tls'], "--tls needs the server's certificate"],
    [['--tls', '--cert', good.cert], '--cert works only together with --key'],
    [
      ['--tls', '--cert', good.cert, '--key', good.key, '--client-cert', 'required'],
      '--client-cert works only together with --ca',
    ],
  ])('%#: options that miss others are explained', async (args, text) => {
    const { code, stderr } = await runToEnd('threaded-server', [...args, '--lang', 'en']);
    expect(stderr).toContain(text);
    expect(code).toBe(2);
  });
});
