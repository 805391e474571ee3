import { expect } from '@jest/globals';
import { chmod, symlink, writeFile } from 'node:fs/promises';
import { runToEnd } from '@praktikum/peers';
import { itOnUnix } from '@praktikum/testing';
import { secureServers } from './secure-servers.ts';

const { certificates, start } = await secureServers();
const { cert, key } = await certificates.issue('secret', { names: ['localhost'] });
const passphrase = certificates.path('passphrase');
await writeFile(passphrase, 'rahasia\n', { mode: 0o600 });

const SECRETS = ['--tls', '--cert', cert, '--key', key, '--passphrase-file', passphrase];

/** Each of them reads a key and a passphrase; the tool that reads a CA's key has tests of its own. */
const PROGRAMS = [
  ['simple-server', ['127.0.0.1', '0'], 'id'],
  ['threaded-server', ['127.0.0.1', '0'], 'en'],
  ['client', ['localhost', '1'], 'id'],
  ['client', ['doctor', 'localhost', '1'], 'en'],
] as const;

const REFUSAL = {
  id: {
    key: `Isi kunci privat ${key} dapat diubah pengguna lain`,
    passphrase: `Isi berkas kata sandi ${passphrase} dapat diubah pengguna lain`,
  },
  en: {
    key: `Other users can change the private key ${key}`,
    passphrase: `Other users can change the passphrase file ${passphrase}`,
  },
};

itOnUnix.each(PROGRAMS)(
  '%s %j uses no secret that others can write',
  async (app, args, language) => {
    for (const [path, mode, holds] of [
      [key, 0o620, 'key'],
      [key, 0o602, 'key'],
      [key, 0o666, 'key'],
      [passphrase, 0o622, 'passphrase'],
    ] as const) {
      await chmod(path, mode);
      const { code, stdout, stderr } = await runToEnd(app, [
        ...args,
        ...SECRETS,
        '--lang',
        language,
      ]);
      await chmod(path, 0o600);
      expect(stderr).toContain(REFUSAL[language][holds]);
      expect(stderr).toContain(`: chmod 600 ${path}\n`);
      expect(stderr).toContain('(ERR_TLS_SECRET_WRITABLE, ');
      expect([code, stdout.toString()]).toEqual([17, '']);
    }
  },
);

itOnUnix('it is the file that counts, not the link to it', async () => {
  const link = certificates.path('link.pem'); // a link has 0777
  await symlink(key, link);
  const args = ['--tls', '--cert', cert, '--key', link];
  await (await start('simple-server', args)).stop();
  await chmod(key, 0o622);
  const { code } = await runToEnd('simple-server', ['127.0.0.1', '0', ...args]);
  await chmod(key, 0o600);
  expect(code).toBe(17);
});

itOnUnix.each(['simple-server', 'threaded-server'])(
  '%s warns of secrets that everybody can read',
  async (app) => {
    await Promise.all([key, passphrase].map((path) => chmod(path, 0o644)));
    const { program } = await start(app, SECRETS);
    for (const [event, path] of [
      ['tls-key-readable', key],
      ['tls-passphrase-readable', passphrase],
    ] as const) {
      const { level, msg } = await program.event(event, { path });
      expect([level, msg]).toEqual(['warn', expect.stringContaining(`chmod 600 ${path}`)]);
    }
    await Promise.all([key, passphrase].map((path) => chmod(path, 0o640)));
    const careful = await start(app, SECRETS);
    await careful.program.event('listening');
    await careful.stop();
    expect(careful.program.stdout).not.toMatch(/tls-(key|passphrase)-readable/);
  },
);

itOnUnix('the client warns of them too', async () => {
  await Promise.all([key, passphrase].map((path) => chmod(path, 0o604)));
  const { stderr } = await runToEnd('client', ['localhost', '1', ...SECRETS, '--lang', 'en']);
  expect(stderr).toContain(
    `Warning: Every user of this machine can read the private key ${key}. Restrict it: `,
  );
  expect(stderr).toContain(
    `can read the passphrase file ${passphrase}. Restrict it: chmod 600 ${passphrase}\n`,
  );
});

itOnUnix('a reload does not take a key that others can write', async () => {
  await Promise.all([key, passphrase].map((path) => chmod(path, 0o600)));
  const { program } = await start('threaded-server', SECRETS);
  await chmod(key, 0o606);
  program.kill('SIGHUP');
  expect((await program.event('reload-failed')).code).toBe('ERR_TLS_SECRET_WRITABLE');
  await chmod(key, 0o600);
  program.kill('SIGHUP');
  await program.event('reloaded');
});
