import { afterEach, expect, it } from '@jest/globals';
import { entryOf, makePipe, startCommand, writerOf, type RunningProgram } from '@praktikum/peers';
import { describeWith } from '@praktikum/testing';
import { secureServers } from './secure-servers.ts';

const { certificates } = await secureServers();
const { ca, server } = certificates;
const budi = await certificates.issue('budi', { use: 'client' });

const programs: RunningProgram[] = [];
afterEach(() => Promise.all(programs.splice(0).map((program) => program.stop('SIGKILL'))));

describeWith('bash', 'certificates and keys from commands of bash', () => {
  const inBash = (app: string, args: string) => {
    const command = `exec "$0" "$1" --lang en ${args}`;
    const program = startCommand('bash', ['-c', command, process.execPath, entryOf(app)]);
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
    const { code, stdout } = await client.toEnd();
    expect(stdout.toString()).toContain('Diterima: Anda mengirim: Ini pesan dari client');
    expect(code).toBe(0);
  });

  it('say what is wrong with a command that gives nothing', async () => {
    const args = `127.0.0.1 0 --tls --cert ${server.cert} --key <(true)`;
    const { code, stderr } = await inBash('simple-server', args).toEnd();
    expect([code, stderr]).toEqual([17, expect.stringContaining('is not a private key')]);
  });

  it('may be the standard input, which is not waited for without end', async () => {
    const pipe = makePipe(certificates.path('stdin.pipe'));
    const args = `127.0.0.1 0 --tls --cert ${server.cert} --key /dev/stdin < ${pipe}`;
    const program = inBash('simple-server', args);
    const writer = await writerOf(pipe);
    const { code, stderr } = await program.toEnd();
    await writer.close();
    expect([code, stderr]).toEqual([
      17,
      expect.stringContaining('/dev/stdin could not be read to its end within 10s'),
    ]);
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
