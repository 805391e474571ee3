import { expect, it } from '@jest/globals';
import { makePipe, runToEnd, ScriptedClient } from '@praktikum/peers';
import { describeWith, describeWithFullDisk, FULL_DISK } from '@praktikum/testing';
import { secureServers } from './secure-servers.ts';

const { certificates, startSecure } = await secureServers();
const tls = { ca: await certificates.authorities, servername: 'localhost' };

const APPS = ['simple-server', 'threaded-server'];

describeWithFullDisk('a key log on a full disk', () => {
  it.each(APPS)('is given up by %s, which serves on', async (app) => {
    const { endpoint, program } = await startSecure(app, '--key-log', FULL_DISK, '--lang', 'en');
    for (const text of ['satu', 'dua']) {
      const client = await ScriptedClient.connect(endpoint, { tls });
      await client.send(text);
      await client.receiveText(text);
      client.close();
    }
    const failed = await program.event('tls-key-log-failed');
    expect(failed).toMatchObject({ level: 'warn', code: 'ENOSPC' });
    expect(program.events('tls-failed')).toEqual([]);
  });

  it('is given up by the client, which says so once and goes on', async () => {
    const { host, port } = (await startSecure('threaded-server')).endpoint;
    const trusting = ['--tls', '--ca', certificates.ca];
    const keyLog = ['--key-log', FULL_DISK, '--lang', 'en'];
    const { stdout, stderr, code } = await runToEnd('client', [
      ...[host, String(port)],
      ...[...trusting, ...keyLog],
    ]);
    expect(stdout.toString()).toContain('Diterima: Anda mengirim: Ini pesan dari client');
    expect(stderr.split('can no longer be logged in /dev/full (ENOSPC)')).toHaveLength(2);
    expect(code).toBe(0);
  });
});

describeWith('mkfifo', 'a key log that is a pipe', () => {
  it.each(APPS)('nobody reads is refused at the start of %s', async (app) => {
    const pipe = makePipe(certificates.path(`${app}.pipe`));
    const { stderr, code } = await runToEnd(app, [
      ...['--port', '0', '--key-log', pipe, '--lang', 'en'],
      ...certificates.serverArguments(),
    ]);
    expect(stderr).toContain(`${pipe} cannot be`);
    expect(stderr).toContain('nobody reads it');
    expect(code).toBe(14);
  });
});
