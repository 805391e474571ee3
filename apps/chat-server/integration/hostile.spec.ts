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

  it.each(['+q budi!*@*', '+b ~m:budi!*@*', '+b budi!*@*', '+m'])(
    'say nothing by the way while they are silenced by %s',
    async (modes) => {
      const chat = await startChat();
      const [ani, budi] = await room(chat, 'ani', 'budi');
      const capabilities = ['message-tags', 'away-notify', 'setname', 'draft/message-redaction'];
      const citra = await chat.join('citra', { capabilities });
      await citra.ask('JOIN #ruang');
      await budi!.ask('PRIVMSG #ruang :halo');
      const { tags } = await citra.next(/ PRIVMSG #ruang /);
      await ani!.ask('MODE #ruang -t', `MODE #ruang ${modes}`);
      await citra.sync();
      const own = await budi!.ask(
        'TOPIC #ruang :kasar',
        'NICK kasar',
        'SETNAME :kasar',
        'NOTICE #ruang :kasar',
        'PRIVMSG @#ruang :kasar',
        '@+x=kasar TAGMSG #ruang',
        'AWAY :kasar',
        `REDACT #ruang ${tags.get('msgid')} :kasar`,
        'PART #ruang :kasar',
      );
      expect(own.join('\n')).toMatch(/ 482 .*\n.* 435 budi kasar #ruang /);
      expect(own.join('\n')).toMatch(/ FAIL SETNAME CANNOT_CHANGE_REALNAME /);
      await citra.until(/^:budi!\S+ AWAY /);
      await citra.until(/^:budi!\S+ REDACT #ruang \S+$/);
      const heard = await citra.until(/^:budi!\S+ PART #ruang$/);
      expect(heard.join('\n')).not.toContain('kasar');
    },
  );

  it('say nothing by coming back with another real name, or away, while they are silenced', async () => {
    const chat = await startChat();
    const [ani, budi] = await room(chat, 'ani', 'budi');
    const capabilities = ['extended-join', 'away-notify'];
    const citra = await chat.join('citra', { capabilities });
    await citra.ask('JOIN #ruang');
    await ani!.ask('MODE #ruang +m');
    await budi!.ask('PART #ruang', 'SETNAME :kasar', 'AWAY :kasar', 'JOIN #ruang');
    const heard = await citra.until(/^:budi!\S+ AWAY /);
    expect(heard.join('\n')).toMatch(/ JOIN #ruang \* :?budi\n/);
    expect(heard.join('\n')).not.toContain('kasar');
  });

  it.each(['+q budi!*@*', '+m'])('say nothing by leaving while silenced by %s', async (modes) => {
    const chat = await startChat();
    const [ani, budi, citra] = await room(chat, 'ani', 'budi', 'citra');
    await ani!.ask(`MODE #ruang ${modes}`);
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

  it('hold nobody up by commands that are dear, nor a stop', async () => {
    const chat = await startChat({ flood: { lines: 10_000, seconds: 1 } }, '--workers', '2');
    const hostile = await sendDearCommands(chat);
    const budi = await chat.join('budi');
    for (let round = 0; round < 20; round++) {
      expect((await budi.ask('TIME')).join('')).toMatch(/ 391 /);
    }
    expect(hostile.done).toBe(0); // in the middle of that
    expect(await chat.program.stop('SIGTERM')).toMatchObject({ code: 0 });
  });

  it('hold up no stop, where no flood limit holds them', async () => {
    const chat = await startChat({}, '--workers', '2', '--shutdown-timeout', '2s');
    const hostile = await sendDearCommands(chat);
    await chat.program.stop('SIGTERM'); // a test that waits for it fails by its own deadline
    expect(hostile.done).toBe(0);
  });
});

/** Twelve clients, each of which changes its nick a thousand times in a hundred channels with a hundred masks each. */
async function sendDearCommands(chat: StartedChat): Promise<{ done: number }> {
  const names = Array.from({ length: 100 }, (_, at) => `#n${at}`);
  const joins = Array.from({ length: 5 }, (_, at) => {
    return `JOIN ${names.slice(at * 20, at * 20 + 20).join(',')}`;
  });
  // Twelve in a line, which look at every letter of a nick again and again.
  const masks = (line: number) =>
    Array.from({ length: 12 }, (_, at) => `*aaaaaaaaaaaa?b${line * 12 + at}!*@*`).join(' ');
  for (let at = 0; at < 100; at += 5) {
    const founder = await chat.join(`ani${at}`);
    for (const name of names.slice(at, at + 5)) {
      const modes = Array.from({ length: 8 }, (_, line) => {
        return `MODE ${name} +${'q'.repeat(12)} ${masks(line)}`;
      });
      await founder.ask(`JOIN ${name}`, ...modes);
    }
  }
  const clients: IrcClient[] = [];
  for (let at = 0; at < 12; at++) {
    const client = await chat.join(`${'a'.repeat(20)}${at}`);
    await client.ask(...joins);
    clients.push(client);
  }
  const hostile = { done: 0 };
  for (const client of clients) {
    const nick = (each: number) => `${client.nick}${'xy'[each % 2]}`;
    const changes = Array.from({ length: 1000 }, (_, each) => `NICK ${nick(each)}`);
    await client.send(...changes, 'PING selesai');
    void client.until(/ PONG \S+ selesai$/).then(
      () => (hostile.done += 1),
      () => undefined, // the test is over before
    );
  }
  return hostile;
}
