import { expect, it } from '@jest/globals';
import { readFile, rename, rm } from 'node:fs/promises';
import type { TLSSocket } from 'node:tls';
import { makePipe, ScriptedClient, writerOf, type StartedServer } from '@praktikum/peers';
import { describeWith, itOnUnix } from '@praktikum/testing';
import { secureServers } from './secure-servers.ts';

const { certificates, start } = await secureServers();
const tls = { ca: await certificates.authorities, servername: 'localhost' };

describeWith('mkfifo', 'a reload that finds a pipe in the place of a key', () => {
  async function reloadWaits(): Promise<StartedServer & { readonly key: string }> {
    const { key } = await certificates.issue('renewed', { names: ['localhost'] });
    const args = [...certificates.serverArguments('renewed'), '--shutdown-timeout', '1m'];
    const running = await start('threaded-server', ['--mode', 'echo', ...args]);
    await rename(key, `${key}.kept`);
    makePipe(key);
    running.program.kill('SIGHUP');
    return { ...running, key };
  }

  itOnUnix('serves on with the old one, says so, and may be repeated', async () => {
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
    running.program.kill('SIGHUP');
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

  itOnUnix('does not put old certificates over those of a later one', async () => {
    const running = await reloadWaits();
    const writer = await writerOf(running.key); // it has read the certificate, and waits for the key
    const old = await readFile(`${running.key}.kept`);
    await rm(running.key);
    await certificates.issue('renewed', { commonName: 'later', names: ['localhost'] });
    running.program.kill('SIGHUP');
    // The main thread hands clients over: when it has served these, it has seen the signal too.
    for (let number = 0; number < 5; number++) await expectServed(running);
    await writer.write(old);
    await writer.close();
    await reloads(running, 2);
    const client = await ScriptedClient.connect(running.endpoint, { tls });
    expect((client.socket as TLSSocket).getPeerCertificate().subject.CN).toBe('later');
    client.close();
  });
});

/** Waits for so many reloads: those of one server are told apart by nothing but their number. */
async function reloads({ program }: StartedServer, count: number): Promise<void> {
  await program.until(`${count} reloads`, () => program.events('reloaded').length >= count);
}

async function expectServed({ endpoint }: StartedServer): Promise<void> {
  const client = await ScriptedClient.connect(endpoint, { tls });
  await client.send('halo');
  await client.receiveText('halo');
  client.close();
}
