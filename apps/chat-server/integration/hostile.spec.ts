import { describe, expect, it } from '@jest/globals';
import type { IrcClient } from './irc-client.ts';
import { makeTestFolder, startChat, type StartedChat } from './start-chat.ts';

const TAGGED = { capabilities: ['message-tags'] };

/** Clients in #ruang, of which the first is its operator. */
async function room(chat: StartedChat, ...nicks: string[]): Promise<IrcClient[]> {
  const members: IrcClient[] = [];
  for (const nick of nicks) {
    const member = await chat.join(nick, TAGGED);
    await member.ask('JOIN #ruang');
    members.push(member);
  }
  for (const member of members) await member.sync();
  return members;
}

describe('hostile clients', () => {
  it.each([100, 254, 256, 300, 700])('send %i tags, and everybody gets them', async (count) => {
    const chat = await startChat({}, '--workers', '2');
    const members = await room(chat, 'ani', 'budi', 'citra', 'dewi');
    const tags = Array.from({ length: count }, (_, at) => `+t${at.toString(36)}`);
    await members[0]!.ask(`@${tags.join(';')} PRIVMSG #ruang :banyak tag`);
    for (const other of members.slice(1)) {
      const { tags: received } = await other.next(/ PRIVMSG #ruang :banyak tag$/);
      expect([...received.keys()].filter((tag) => tag.startsWith('+'))).toHaveLength(count);
    }
  });

  it('ask for a list a hundred times in one line, and get it once', async () => {
    const chat = await startChat();
    const [ani] = await room(chat, 'ani');
    const lines = await ani!.ask(`MODE #ruang ${'beIq'.repeat(100)}`);
    expect(lines.map((line) => line.split(' ')[1])).toEqual(['368', '349', '347', '729']);
  });

  it('take no name that every object has for rights', async () => {
    const dataDir = await makeTestFolder();
    const chat = await startChat({ dataDir }, '--teacher', 'bu_guru', '--log-level', 'info');
    const { msg } = await chat.program.event('teacher');
    const password = /(\S+)$/.exec(String(msg))![1]!;
    const teacher = await chat.join('bu_guru', { account: ['bu_guru', password] });
    await teacher.ask('JOIN #kelas', 'TOPIC #kelas :Bab 1');
    for (const name of ['constructor', 'toString', '__proto__', 'hasOwnProperty']) {
      const client = await chat.join(name);
      await client.ask('REGISTER * * rahasia123', 'JOIN #kelas');
      await teacher.until(new RegExp(`^:${name}!\\S+ JOIN `));
      expect((await client.ask('NAMES #kelas')).join('')).not.toContain(`@${name}`);
    }
  });

  it('lose what rights they had in the class when it gets a teacher', async () => {
    const dataDir = await makeTestFolder();
    const first = await startChat({ dataDir });
    const student = await first.join('murid');
    await student.ask('REGISTER * * rahasia123', 'JOIN #kelas');
    expect((await student.ask('NAMES #kelas')).join('')).toContain('@murid');
    await first.program.stop('SIGTERM');
    const second = await startChat({ dataDir }, '--teacher', 'bu_guru');
    const again = await second.join('murid', { account: ['murid', 'rahasia123'] });
    expect((await again.ask('JOIN #kelas')).join('\n')).not.toContain('@murid');
  });

  it('change no mode that the others are not told of', async () => {
    const chat = await startChat();
    const [ani, budi] = await room(chat, 'ani', 'budi');
    await ani!.ask('MODE #ruang +k kunci');
    await ani!.ask('MODE #ruang +ob-k budi ::x');
    expect((await budi!.sync()).join('\n')).toMatch(/ MODE #ruang \+o-k budi \*/);
    expect((await budi!.ask('MODE #ruang b')).join('\n')).not.toContain(' 367 ');
  });

  it('are not let in by a member when an operator has banned them', async () => {
    const chat = await startChat();
    const [ani, budi] = await room(chat, 'ani', 'budi');
    const jahat = await chat.join('jahat');
    await ani!.ask('MODE #ruang +b jahat!*@*');
    await budi!.ask('INVITE jahat #ruang');
    expect((await jahat.ask('JOIN #ruang')).join('\n')).toMatch(/ 474 /);
    await ani!.ask('INVITE jahat #ruang');
    expect((await jahat.ask('JOIN #ruang')).join('\n')).toMatch(/ JOIN #ruang/);
  });

  it('say nothing by the way while they are muted', async () => {
    const chat = await startChat();
    const [ani, budi, citra] = await room(chat, 'ani', 'budi', 'citra');
    await ani!.ask('MODE #ruang -t+q budi!*@*');
    await citra!.sync();
    const own = await budi!.ask(
      'TOPIC #ruang :kasar',
      'NICK kasar',
      'NOTICE #ruang :kasar',
      'PRIVMSG @#ruang :kasar',
      '@+x=kasar TAGMSG #ruang',
      'PART #ruang :kasar',
    );
    expect(own.join('\n')).toMatch(/ 482 .*\n.* 435 budi kasar #ruang /);
    await budi!.ask('JOIN #ruang');
    await budi!.send('QUIT :kasar');
    const heard = await citra!.until(/^:budi!\S+ QUIT :Quit$/);
    expect(heard.join('\n')).not.toContain('kasar');
  });

  it('guess at the password of an operator more and more slowly', async () => {
    const chat = await startChat({ oper: { name: 'admin', password: 'rahasia' } });
    const ani = await chat.join('ani');
    const began = performance.now();
    for (let guess = 0; guess < 6; guess++) await ani.ask(`OPER admin tebakan${guess}`);
    expect((await ani.ask('OPER admin rahasia')).join('\n')).toMatch(/ 381 /);
    expect(performance.now() - began).toBeGreaterThan(1000);
  });

  it('learn nothing of a secret channel by MODE', async () => {
    const chat = await startChat();
    const [ani] = await room(chat, 'ani');
    await ani!.ask('MODE #ruang +sb jahat!*@*');
    const budi = await chat.join('budi');
    const lines = await budi.ask('MODE #ruang', 'MODE #ruang b');
    expect(lines.every((line) => / 403 budi #ruang /.test(line))).toBe(true);
  });

  it('hold nobody up by searching through ten thousand channels', async () => {
    const chat = await startChat({ limits: { channels: 10_000 } }, '--workers', '1');
    const [ani, budi] = [await chat.join('ani'), await chat.join('budi')];
    const name = (at: number) => `#${'a'.repeat(50)}${at}`;
    for (let at = 0; at < 10_000; at += 6) {
      await ani.send(`JOIN ${Array.from({ length: 6 }, (_, each) => name(at + each)).join(',')}`);
    }
    await ani.sync();
    const masks = Array.from({ length: 20 }, (_, at) => `*aaaaaaaaaaaaaaaz${at}`).join(',');
    await ani.send(...Array.from({ length: 20 }, () => `LIST ${masks}`), 'PING selesai');
    let isDone = false;
    void ani.until(/ PONG \S+ selesai$/).then(
      () => (isDone = true),
      () => undefined, // the test is over before
    );
    expect((await budi.ask('TIME')).join('')).toMatch(/ 391 /);
    expect(isDone).toBe(false); // it was answered in the middle of that
  });
});
