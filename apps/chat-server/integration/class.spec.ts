import { describe, expect, it } from '@jest/globals';
import { readFile } from 'node:fs/promises';
import { runToEnd } from '@praktikum/peers';
import { join } from 'node:path';
import type { IrcClient } from './irc-client.ts';
import { makeTestFolder, startChat, type StartedChat } from './start-chat.ts';

const TAGS = ['message-tags', 'server-time', 'draft/message-redaction', 'echo-message'];

/** Starts a server whose teacher is `bu_guru`, and gives her password, which is said once. */
async function startClass(dataDir: string): Promise<{ chat: StartedChat; password: string }> {
  const chat = await startChat({ dataDir }, '--teacher', 'bu_guru');
  const { msg } = await chat.program.event('teacher');
  return { chat, password: /(\S+)$/.exec(String(msg))![1]! };
}

async function enter(client: IrcClient): Promise<IrcClient> {
  await client.ask('JOIN #kelas');
  return client;
}

describe('a class', () => {
  it('belongs to its teacher, also after a restart; nobody else becomes operator there', async () => {
    const dataDir = await makeTestFolder();
    const { chat, password } = await startClass(dataDir);
    const early = await chat.join('ani');
    expect((await early.ask('JOIN #kelas')).join('\n')).toMatch(/ 353 ani = #kelas :?ani\n/);
    const teacher = await chat.join('bu_guru', { account: ['bu_guru', password] });
    expect((await teacher.ask('JOIN #kelas')).join('\n')).toMatch(
      / 353 bu_guru = #kelas :.*@bu_guru/,
    );
    await early.until(/ MODE #kelas \+o bu_guru$/);
    await chat.program.stop('SIGTERM');

    const again = await startChat({ dataDir }, '--teacher', 'bu_guru');
    expect(again.program.events('teacher')).toEqual([]); // the password is not said again
    expect(again.program.events('teacher-known')).toHaveLength(1);
    const first = await again.join('ani');
    expect((await first.ask('JOIN #kelas')).join('\n')).not.toContain('@ani');
    const later = await again.join('bu_guru', { account: ['bu_guru', password] });
    expect((await later.ask('JOIN #kelas')).join('\n')).toContain('@bu_guru');
    const elsewhere = await again.join('citra');
    expect((await elsewhere.ask('JOIN #lain')).join('\n')).toContain('@citra');
  });

  it('is written in one way, whoever comes first', async () => {
    const chat = await startChat();
    const ani = await chat.join('ani');
    expect((await ani.ask('JOIN #KELAS')).join('\n')).toMatch(/ JOIN #kelas\n/);
  });

  it('lets a member take back what it has said, and tells it so', async () => {
    const chat = await startChat();
    const ani = await enter(
      await chat.join('ani', { capabilities: ['echo-message', 'message-tags'] }),
    );
    await ani.send('PRIVMSG #kelas :salah ketik');
    const { tags } = await ani.next(/ PRIVMSG #kelas /);
    const answer = await ani.ask(`REDACT #kelas ${tags.get('msgid')}`);
    expect(answer.join('')).toContain('NOTICE ani :Pesan itu dihapus');
  });

  it('makes no password that nobody would see', async () => {
    const dataDir = await makeTestFolder();
    const args = ['--data', dataDir, '--teacher', 'bu_guru', '--log-level', 'warn', '--port', '0'];
    const { code, stderr } = await runToEnd('chat-server', args);
    expect(code).toBe(2);
    expect(stderr).toContain('--log-level');
  });

  it('says so when a port is wanted twice', async () => {
    const dataDir = await makeTestFolder();
    const chat = await startChat({ dataDir });
    const port = String(Object.values(chat.endpoints)[0]!.port);
    await chat.program.stop('SIGTERM');
    const args = ['--data', dataDir, '--port', port, '--web', port];
    const { code, stderr } = await runToEnd('chat-server', args);
    expect(code).toBe(3);
    expect(stderr).toContain(`memakai port ${port} dua kali`);
  });

  it.each(['NickServ', '', '--lan'])('has no teacher called %j', async (name) => {
    const { code, stderr } = await runToEnd('chat-server', ['--teacher', name, '--port', '0']);
    expect(code).toBe(2);
    expect(stderr).toContain('huruf dan angka');
  });

  it('gives its teacher a new password when the old one is lost', async () => {
    const dataDir = await makeTestFolder();
    const { chat, password } = await startClass(dataDir);
    await chat.program.stop('SIGTERM');
    const again = await startChat({ dataDir }, '--teacher', 'bu_guru', '--new-password');
    const { msg } = await again.program.event('teacher');
    const [, renewed] = /(\S+)$/.exec(String(msg))!;
    expect(renewed).not.toBe(password);
    await again.join('bu_guru', { account: ['bu_guru', renewed!] });
    const alone = await runToEnd('chat-server', ['--new-password']);
    expect(alone.code).toBe(2);
    expect(alone.stderr).toContain('--teacher');
  });

  it('keeps the name of the teacher for the teacher', async () => {
    const { chat } = await startClass(await makeTestFolder());
    const impostor = await chat.connect();
    await impostor.send('NICK bu_guru', 'USER x 0 * :X');
    await impostor.until(/ 433 \* bu_guru /);
    await impostor.send('NICK ani');
    await impostor.until(/ 001 /);
    await impostor.send('CAP REQ sasl', 'AUTHENTICATE PLAIN');
    await impostor.send(`AUTHENTICATE ${Buffer.from('\0bu_guru\0tebakan').toString('base64')}`);
    await impostor.until(/ 904 /);
  });

  it('is kept in order: mute all, mute one, remove, ban by account and by address, delete', async () => {
    const { chat, password } = await startClass(await makeTestFolder());
    const teacher = await enter(
      await chat.join('bu_guru', { account: ['bu_guru', password], capabilities: TAGS }),
    );
    const [ani, budi] = [
      await enter(await chat.join('ani', { capabilities: TAGS })),
      await enter(await chat.join('budi')),
    ];
    await teacher.ask('MODE #kelas +m');
    expect((await budi.ask('PRIVMSG #kelas :halo')).join('')).toMatch(/ 404 /);
    await teacher.ask('MODE #kelas -m', 'MODE #kelas +q budi!*@*');
    expect((await budi.ask('PRIVMSG #kelas :halo')).join('')).toMatch(/ 404 /);
    await teacher.ask('MODE #kelas -q budi!*@*');

    await budi.ask('PRIVMSG #kelas :kasar');
    const { tags } = await teacher.next(/^@\S+ :budi!\S+ PRIVMSG #kelas :?kasar/);
    const msgid = tags.get('msgid')!;
    await teacher.send(`REDACT #kelas ${msgid} :tidak sopan`);
    await ani.until(new RegExp(`:bu_guru!\\S+ REDACT #kelas ${msgid} :tidak sopan`));

    await teacher.ask('KICK #kelas budi :keluar dulu', 'MODE #kelas +b budi!*@*');
    expect((await budi.ask('JOIN #kelas')).join('')).toMatch(/ 474 /);
    await teacher.ask('MODE #kelas -b budi!*@*');
    await budi.ask('REGISTER * * rahasia123');
    await teacher.ask('MODE #kelas +b ~a:budi');
    await budi.ask('NICK lain');
    expect((await budi.ask('JOIN #kelas')).join('')).toMatch(/ 474 /);
    const host = /@(\S+)$/.exec((await teacher.ask('USERHOST ani')).join(''))![1];
    await teacher.ask('MODE #kelas -b ~a:budi', `MODE #kelas +b *!*@${host}`);
    const newcomer = await chat.join('dewi'); // from the same address
    expect((await newcomer.ask('JOIN #kelas')).join('')).toMatch(/ 474 /);
  });

  it('can close the making of accounts, and open it again', async () => {
    const { chat, password } = await startClass(await makeTestFolder());
    const teacher = await chat.join('bu_guru', { account: ['bu_guru', password] });
    const ani = await chat.join('ani', { capabilities: ['cap-notify'] });
    expect((await ani.ask('REGISTRATIONS OFF')).join('')).toMatch(/FAIL REGISTRATIONS /);
    await teacher.ask('REGISTRATIONS OFF');
    await ani.until(/ CAP ani DEL :?draft\/account-registration/);
    expect((await ani.ask('REGISTER * * rahasia123')).join('')).toMatch(/FAIL REGISTER /);
    await teacher.ask('REGISTRATIONS ON');
    await ani.until(/ CAP ani NEW :?draft\/account-registration/);
    expect((await ani.ask('REGISTER * * rahasia123')).join('')).toMatch(/REGISTER SUCCESS ani /);
  });

  it('can be written down as text and as CSV, while it goes on', async () => {
    const dataDir = await makeTestFolder();
    const chat = await startChat({ dataDir });
    const ani = await enter(await chat.join('ani'));
    await ani.ask('PRIVMSG #kelas :=1+1 "halo"', 'PRIVMSG #kelas :\x01ACTION melambai\x01');
    const program = {
      name: 'chat-server:export',
      path: join(import.meta.dirname, '..', 'dist', 'export', 'main.js'),
    };
    const text = await runToEnd(program, ['--data', dataDir, '--channel', '#kelas']);
    expect(text.stdout.toString()).toMatch(
      /^\S+ \S+ <ani> =1\+1 "halo"\n\S+ \S+ \* ani melambai\n$/,
    );
    const file = join(await makeTestFolder(), 'pelajaran.csv');
    const csv = await runToEnd(program, [
      '--data',
      dataDir,
      '--format',
      'csv',
      '--out',
      file,
      '--lang',
      'en',
    ]);
    expect(csv.code).toBe(0);
    expect(csv.stdout.toString()).toContain('2 messages were written');
    expect(await readFile(file, 'utf8')).toMatch(
      /^time,nick,.*\r\n.*,ani,,PRIVMSG,"'=1\+1 ""halo""",/,
    );
    expect(await runToEnd(program, ['--data', join(dataDir, 'tidak-ada')])).toMatchObject({
      code: 14,
    });
  });
});
