import { afterAll, afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { X509Certificate } from 'node:crypto';
import { execFileSync, spawnSync } from 'node:child_process';
import { mkdtemp, readdir, readFile, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startCommand } from '@praktikum/peers';
import { describeWith } from '@praktikum/testing';
import { createCertificates, type CreateOptions } from './create-certificates.ts';

const root = await mkdtemp(join(tmpdir(), 'certificates-tool-'));
afterAll(() => rm(root, { recursive: true, force: true }));

let out = '';
let count = 0;
beforeEach(() => void (out = join(root, String((count += 1)))));
afterEach(() => rm(out, { recursive: true, force: true }));

/** What the tool does, without its command line. */
const make = (options: Partial<CreateOptions>) =>
  createCertificates({
    out,
    hosts: [],
    clients: [],
    days: 365,
    force: false,
    newCa: false,
    ...options,
  });

const main = join(import.meta.dirname, 'main.ts');

/** The tool as Nx starts it. */
function create(...args: string[]) {
  const env: NodeJS.ProcessEnv = { ...process.env, LANG: 'en_US.UTF-8', LC_ALL: '' };
  delete env.NODE_OPTIONS;
  const options = { env, encoding: 'utf8' } as const;
  const { status, stdout, stderr } = spawnSync(
    process.execPath,
    [main, '--out', out, ...args],
    options,
  );
  return { code: status, stdout, stderr };
}

const certificate = async (name: string) =>
  new X509Certificate(await readFile(join(out, `${name}.pem`)));

describe('certificates:create', () => {
  it('makes a CA and a certificate for the hosts that are named', async () => {
    const { code, stdout } = create('--host', 'localhost', '--host', '192.168.1.10');
    expect(code).toBe(0);
    expect(await readdir(out)).toEqual(['ca-key.pem', 'ca.pem', 'server-key.pem', 'server.pem']);
    const server = await certificate('server');
    const names = ['localhost', '192.168.1.10', '127.0.0.1', '0:0:0:0:0:0:0:1'];
    expect(server.subjectAltName?.replaceAll(/(DNS|IP Address):/g, '').split(', ')).toEqual(names);
    expect(server.checkIssued(await certificate('ca'))).toBe(true);
    expect(stdout).toContain(`--tls --cert ${join(out, 'server.pem')}`);
    expect(stdout).toContain(`client localhost --tls --ca ${join(out, 'ca.pem')}`);
    for (const system of ['Debian', 'Fedora', 'macOS', 'Windows', 'Firefox']) {
      expect(stdout).toContain(system);
    }
  });

  it('is for this machine where no host is named', async () => {
    await make({});
    const server = await certificate('server');
    expect(server.checkHost('localhost')).toBe('localhost');
    expect(server.checkIP('127.0.0.1')).toBe('127.0.0.1');
  });

  it('keeps private keys to their owner', async () => {
    await make({ hosts: ['localhost'], clients: ['budi'] });
    for (const name of ['ca-key.pem', 'server-key.pem', 'budi-key.pem']) {
      expect((await stat(join(out, name))).mode & 0o777).toBe(0o600);
    }
  });

  it('lasts as long as it is told, the CA ten years', async () => {
    const days = ({ validFromDate, validToDate }: X509Certificate) =>
      (validToDate.getTime() - validFromDate.getTime()) / 86_400_000;
    await make({ days: 30 });
    expect(days(await certificate('server'))).toBe(30);
    expect(days(await certificate('ca'))).toBe(3650);
    expect(create('--days', '826').stderr).toContain('--days accepts: 1 … 825');
  });

  it('overwrites nothing without --force, and never the CA with it', async () => {
    await make({ hosts: ['localhost'] });
    const [ca, server] = await Promise.all([certificate('ca'), certificate('server')]);
    const again = create('--host', 'localhost');
    expect(again.stderr).toContain('server.pem already exists and is not overwritten');
    expect(again.code).toBe(17);
    expect((await certificate('server')).serialNumber).toBe(server.serialNumber);
    await make({ hosts: ['localhost'], force: true });
    expect((await certificate('server')).serialNumber).not.toBe(server.serialNumber);
    expect((await certificate('ca')).serialNumber).toBe(ca.serialNumber);
    expect((await stat(join(out, 'server-key.pem'))).mode & 0o777).toBe(0o600);
  });

  it('makes a new CA only when both are said', async () => {
    await make({ hosts: ['localhost'] });
    const ca = await certificate('ca');
    await expect(make({ clients: ['siti'], newCa: true })).rejects.toMatchObject({
      code: 'ERR_TLS_EXISTS',
    });
    await make({ hosts: ['localhost'], newCa: true, force: true });
    expect((await certificate('ca')).serialNumber).not.toBe(ca.serialNumber);
  });

  it('adds clients of the same CA later, and leaves the server alone', async () => {
    await make({ hosts: ['localhost'] });
    const server = await certificate('server');
    const { code, stdout } = create('--client', 'budi', '--client', 'siti');
    expect(code).toBe(0);
    expect(stdout).toContain(`--cert ${join(out, 'budi.pem')} --key ${join(out, 'budi-key.pem')}`);
    for (const name of ['budi', 'siti']) {
      const client = await certificate(name);
      expect(client.subject).toBe(`CN=${name}`);
      expect(client.checkIssued(await certificate('ca'))).toBe(true);
    }
    expect((await certificate('server')).serialNumber).toBe(server.serialNumber);
  });

  it.each([
    [['--client', '../budi'], 2],
    [['--client', 'ca'], 2],
    [['--client', 'budi-key'], 2],
    [['--host', 'a b'], 2],
    [['--out', join(import.meta.dirname, 'main.ts', 'below')], 14],
  ])('refuses %j', (args, code) => {
    const result = create(...args);
    expect(result.code).toBe(code);
    expect(result.stderr).not.toMatch(/^ +at /m);
  });

  it('says when nobody has read what to do with them, and has made them', async () => {
    const program = startCommand(process.execPath, [main, '--out', out, '--host', 'localhost']);
    await program.leave();
    const { code, stderr } = await program.toEnd();
    expect(stderr).toMatch(
      /^Kesalahan: Hasilnya terpotong: .* \(ERR_STDOUT_CUT, status keluar 20\)\n$/,
    );
    expect([code, await readdir(out)]).toEqual([20, expect.arrayContaining(['server.pem'])]);
  });

  describeWith('openssl', 'openssl verify', () => {
    it('accepts the chain', async () => {
      await make({ hosts: ['localhost'], clients: ['budi'] });
      const verify = (purpose: string, name: string) => {
        const options = ['-x509_strict', '-purpose', purpose, '-CAfile', join(out, 'ca.pem')];
        const path = join(out, `${name}.pem`);
        return execFileSync('openssl', ['verify', ...options, path], { encoding: 'utf8' });
      };
      expect(verify('sslserver', 'server')).toMatch(/: OK\n$/);
      expect(verify('sslclient', 'budi')).toMatch(/: OK\n$/);
    });
  });
});
