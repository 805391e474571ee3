import { afterAll, afterEach, describe, expect, it } from '@jest/globals';
import { randomBytes } from 'node:crypto';
import { readFile, writeFile } from 'node:fs/promises';
import { runToEnd, ScriptedServer, startServer, type StartedServer } from '@praktikum/peers';
import { TestCertificates } from '@praktikum/testing';
import { OUR_SERVERS } from './our-servers.ts';

const certificates = await TestCertificates.create();
const { ca } = certificates;
const budi = await certificates.issue('budi', { use: 'client' });
afterAll(() => certificates.remove());

let server: StartedServer | undefined;
afterEach(async () => {
  await server?.stop('SIGKILL');
  server = undefined;
});

const secure = async (app = 'threaded-server', ...args: string[]) =>
  (server = await startServer(app, [...certificates.serverArguments(), ...args]));

/** Runs the client against the server: `command` is a subcommand, or nothing. */
function client(command: string[], ...args: string[]) {
  const { host, port } = server!.endpoint;
  return runToEnd('client', [...command, host, String(port), ...args, '--lang', 'en']);
}

const trusting = ['--tls', '--ca', ca];

describe('our client over TLS', () => {
  it.each(OUR_SERVERS)('says what the guide says to $app', async ({ app, prefix }) => {
    await secure(app);
    const { stdout, stderr, code } = await client([], ...trusting);
    const { host, port } = server!.endpoint;
    expect(stdout.toString()).toBe(
      `Menghubungkan ke ${host} port ${port}\n` +
        'Mengirim: Ini pesan dari client\n' +
        `Diterima: ${prefix}Ini pesan dari client\n` +
        'Menutup koneksi\n',
    );
    expect(stderr).toBe('TLS: TLSv1.3, TLS_AES_128_GCM_SHA256, server server\n');
    expect(code).toBe(0);
  });

  it('sends a file of any size and shows all that comes back', async () => {
    await secure('threaded-server', '--mode', 'echo');
    const bytes = randomBytes(24 * 1024 * 1024); // more than every buffer on the way holds
    const path = certificates.path('besar.bin');
    await writeFile(path, bytes);
    const { stdout, code } = await client([], ...trusting, '--raw', '--file', path);
    expect(stdout.equals(bytes)).toBe(true);
    expect(code).toBe(0);
  });

  it.each(OUR_SERVERS)('runs a swarm against $app', async ({ app }) => {
    await secure(app);
    const args = ['--clients', '8', '--messages', '2', '--think', '1ms', '--json'];
    const { stdout, code } = await client(['swarm'], ...trusting, ...args);
    expect(JSON.parse(stdout.toString())).toMatchObject({ summary: { succeeded: 8, failed: 0 } });
    expect(code).toBe(0);
  });

  it.each([
    [['--tls'], 'was signed by an unknown CA', 'ERR_TLS_UNKNOWN_CA'],
    [
      [...trusting, '--servername', 'lain.example'],
      "The server's certificate is not for lain.example but for: localhost, 127.0.0.1",
      'ERR_TLS_WRONG_NAME',
    ],
  ])('does not talk to a server that it cannot verify: %#', async (args, text, code) => {
    await secure();
    const result = await client([], ...args);
    expect(result.stderr).toContain(text);
    expect(result.stderr).toContain(`(${code}, exit status 18)`);
    expect(result.code).toBe(18);
    await server!.stop();
    expect(server!.program.events('received')).toEqual([]);
  });

  it('does, and says so, with --insecure', async () => {
    await secure();
    const { stderr, code } = await client([], '--tls', '--insecure');
    expect(stderr).toContain('is not checked (--insecure)');
    expect(code).toBe(0);
  });

  it('explains a plain server', async () => {
    server = await startServer('threaded-server');
    const { stderr, code } = await client([], ...trusting);
    expect(stderr).toContain('does not speak TLS');
    expect(code).toBe(18);
  });

  it('explains a server that keeps silent', async () => {
    const silent = await ScriptedServer.listen((socket) => void socket.resume());
    const { host, port } = silent.endpoint;
    const args = [host, String(port), ...trusting, '--timeout', '500ms', '--lang', 'en'];
    const { stderr, code } = await runToEnd('client', args);
    await silent.close();
    expect(stderr).toContain('did not answer the TLS handshake within 500ms');
    expect(code).toBe(18);
  });

  it('shows its certificate, and explains that one is wanted', async () => {
    await secure('threaded-server', '--ca', ca, '--client-cert', 'required');
    const shown = await client([], ...trusting, '--cert', budi.cert, '--key', budi.key);
    expect(shown.code).toBe(0);
    const without = await client([], ...trusting);
    expect(without.stderr).toContain('asks every client for a certificate');
    expect(without.stderr).toContain('(ERR_TLS_CLIENT_REJECTED, exit status 18)');
    expect(without.code).toBe(18);
  });

  it('leaves its secrets in a key log', async () => {
    await secure();
    const keyLog = certificates.path('client-keys.log');
    const { stderr } = await client([], ...trusting, '--key-log', keyLog);
    expect(stderr).toContain('Warning: TLS secrets are logged');
    expect(await readFile(keyLog, 'utf8')).toMatch(/^CLIENT_TRAFFIC_SECRET_0 /m);
  });
});

describe('the doctor and TLS', () => {
  const examine = async (...args: string[]) => {
    const { stdout } = await client(['doctor'], '--json', '--timeout', '2s', ...args);
    const { checks } = JSON.parse(stdout.toString()) as {
      checks: { findings: { id: string; remedies: string[] }[] }[];
    };
    return checks.flatMap(({ findings }) => findings.map(({ id }) => id));
  };

  it('says that a certificate of the client is wanted', async () => {
    await secure('threaded-server', '--ca', ca, '--client-cert', 'required');
    expect(await examine(...trusting)).toContain('TLS_CLIENT_REJECTED');
  });

  it('finds all well through TLS', async () => {
    await secure();
    const ids = await examine(...trusting);
    expect(ids).toContain('TLS_SECURED');
    expect(ids).toContain('SERVICE_REPLY');
  });

  it.each(OUR_SERVERS)('knows that $app speaks TLS when it is asked without', async ({ app }) => {
    await secure(app);
    expect(await examine()).toContain('SERVICE_SPEAKS_TLS');
  });

  it.each(OUR_SERVERS)('knows that $app does not speak it when it should', async ({ app }) => {
    server = await startServer(app);
    expect(await examine(...trusting)).toContain('TLS_PLAIN_SERVER');
  });

  it.each([
    [['--tls'], 'TLS_UNKNOWN_CA'],
    [[...trusting, '--servername', 'lain.example'], 'TLS_WRONG_NAME'],
    [['--tls', '--insecure'], 'TLS_UNCHECKED'],
  ])('says what is wrong with the certificate: %#', async (args, finding) => {
    await secure();
    expect(await examine(...args)).toContain(finding);
  });
});
