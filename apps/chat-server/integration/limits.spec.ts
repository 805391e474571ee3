import { describe, expect, it } from '@jest/globals';
import { Store } from '../src/store/store.ts';
import { makeTestFolder, startChat } from './start-chat.ts';

const many = <T>(count: number, of: (at: number) => T): T[] =>
  Array.from({ length: count }, (_, at) => of(at));

describe('limits of the chat', () => {
  it('let a client that pastes lose nothing, and hold it to its pace', async () => {
    const chat = await startChat({ flood: { lines: 5, seconds: 1 } });
    const [ani, budi] = [await chat.join('ani'), await chat.join('budi')];
    await ani.ask('JOIN #ruang');
    await budi.ask('JOIN #ruang');
    const began = performance.now();
    await ani.send(...many(20, (at) => `PRIVMSG #ruang :baris ${at}`));
    const heard = (await budi.until(/baris 19$/)).filter((line) => line.includes('PRIVMSG'));
    expect(heard.map((line) => line.split(' :')[1])).toEqual(many(20, (at) => `baris ${at}`));
    expect(performance.now() - began).toBeGreaterThan(2000); // 20 lines, 5 a second, some of them at once
  });

  it('hold nobody but the client that pastes', async () => {
    const chat = await startChat({ flood: { lines: 5, seconds: 60 } }, '--workers', '1');
    const [ani, budi] = [await chat.join('ani'), await chat.join('budi')];
    await ani.send(...many(50, () => 'TIME'));
    expect((await budi.ask('TIME')).join('')).toMatch(/ 391 /);
  });

  it('take no more targets in one command than it says', async () => {
    const chat = await startChat();
    const ani = await chat.join('ani');
    const channels = many(25, (at) => `#c${at}`).join(',');
    const joined = (await ani.ask(`JOIN ${channels}`)).filter((line) => / JOIN /.test(line));
    expect(joined).toHaveLength(20);
    expect((await ani.ask(`PRIVMSG ${channels} :halo`)).join('')).toMatch(/ 407 /);
  });

  it('let nobody be in more channels than so many', async () => {
    const chat = await startChat({ limits: { channels: 3 } });
    const ani = await chat.join('ani');
    expect((await ani.ask('JOIN #a,#b,#c,#d')).join('\n')).toMatch(/ 405 ani #d /);
  });

  it.each([
    ['nicks', `NICK ${'a'.repeat(33)}`, / 432 /],
    ['names of channels', `JOIN #${'a'.repeat(64)}`, / 476 /],
    ['topics', `TOPIC #ruang :${'é'.repeat(200)}`, /^\S+ TOPIC #ruang :é{195}$/],
    ['reasons of KICK', `KICK #ruang ani :${'x'.repeat(400)}`, /^\S+ KICK #ruang ani :x{390}$/],
    ['keys', `MODE #ruang +k ${'x'.repeat(33)}`, / 696 ani #ruang k \* /],
    ['limits of members', 'MODE #ruang +l 1000001', / 696 ani #ruang l 1000001 /],
    ['masks', `MODE #ruang +b ${'x'.repeat(201)}!*@*`, / 696 ani #ruang b \* /],
    [
      'mode changes',
      `MODE #ruang +${'b'.repeat(20)} ${many(20, (at) => `n${at}`).join(' ')}`,
      /MODE #ruang \+b{17} /,
    ],
    ['real names', `SETNAME :${'x'.repeat(500)}`, /FAIL SETNAME|SETNAME :x{150}$/],
    [
      'lists of MONITOR',
      `MONITOR + ${many(101, (at) => `n${at}`).join(',')}`,
      / 734 ani 100 n100 /,
    ],
  ])('keep to the length of %s', async (_, line, answer) => {
    const chat = await startChat();
    const ani = await chat.join('ani', { capabilities: ['setname'] });
    await ani.ask('JOIN #ruang');
    const answers = await ani.ask(line);
    expect(answers.some((one) => answer.test(one)) || answers).toBe(true);
  });

  it('cut what somebody who is away says, and usernames, and answer no label that is too long', async () => {
    const chat = await startChat();
    const ani = await chat.join('ani-yang-bernama-panjang', {
      capabilities: ['labeled-response', 'batch'],
    });
    await ani.ask(`AWAY :${'x'.repeat(300)}`);
    const whois = (await ani.ask('WHOIS ani-yang-bernama-panjang')).join('\n');
    expect(whois).toMatch(/ 301 \S+ \S+ :x{200}$/m);
    expect(whois).toMatch(/ 311 \S+ \S+ ~ani-yang-b /);
    const [line] = await ani.ask(`@label=${'x'.repeat(65)} TIME`);
    expect(line).toMatch(/^:kelas\.uji 391 /);
  });

  it('take no more entries in the lists of a channel than it says', async () => {
    const chat = await startChat();
    const ani = await chat.join('ani');
    await ani.ask('JOIN #ruang');
    const lines = await ani.ask(...many(101, (at) => `MODE #ruang +${'beIq'[at % 4]} n${at}!*@*`));
    expect(lines.filter((line) => / 478 /.test(line))).toHaveLength(1);
  });

  it('remembers no more invitations than it says', async () => {
    const chat = await startChat({ limits: { channels: 200 } });
    const [ani, budi] = [await chat.join('ani'), await chat.join('budi')];
    for (let at = 0; at < 105; at++) await ani.send(`JOIN #c${at}`, `INVITE budi #c${at}`);
    await ani.sync();
    await budi.sync();
    expect((await budi.ask('INVITE')).filter((line) => / 336 /.test(line))).toHaveLength(100);
  });

  it('tells of no more users in one WHO than it says', async () => {
    const chat = await startChat();
    const ani = await chat.join('ani');
    const others = await Promise.all(
      many(1000, (at) => at).map((at) =>
        chat.connect().then(async (client) => {
          await client.send(`NICK murid${at}`, 'USER m 0 * :M');
          await client.until(/ 001 /);
          return client;
        }),
      ),
    );
    expect(others).toHaveLength(1000);
    const told = (await ani.ask('WHO *')).filter((line) => / 352 /.test(line));
    expect(told).toHaveLength(1000);
  });

  it('lists no more channels at once than it says', async () => {
    const chat = await startChat({ limits: { channels: 10_000 } });
    const ani = await chat.join('ani');
    await ani.ask(...many(251, (at) => `JOIN ${many(20, (each) => `#c${at}-${each}`).join(',')}`));
    const listed = (await ani.ask('LIST')).filter((line) => / 322 /.test(line));
    expect(listed).toHaveLength(5000);
  });

  it('takes a long password in a line of its own length, and no other line', async () => {
    const chat = await startChat();
    const ani = await chat.join('ani');
    expect((await ani.ask(`PRIVMSG ani :${'x'.repeat(510)}`)).join('')).toMatch(/ 417 /);
    expect((await ani.ask(`REGISTER * * ${'x'.repeat(580)}`)).join('')).toContain(
      'REGISTER SUCCESS',
    );
    expect((await ani.ask(`REGISTER * * ${'x'.repeat(1100)}`)).join('')).toMatch(/ 417 /);
  });

  it('has no more channels than so many', async () => {
    const chat = await startChat({ limits: { channels: 10_000 } });
    const clients = [await chat.join('ani'), await chat.join('budi'), await chat.join('citra')];
    for (const [of, client] of clients.slice(0, 2).entries()) {
      const names = (at: number) => many(20, (each) => `#c${of}-${at}-${each}`).join(',');
      await client.ask(...many(500, (at) => `JOIN ${names(at)}`));
    }
    expect((await clients[2]!.ask('JOIN #satu-lagi')).join('')).toMatch(/ 405 citra #satu-lagi /);
    expect((await clients[2]!.ask('JOIN #c0-0-0')).join('')).toMatch(/ JOIN #c0-0-0/);
  });

  it('cuts off a client that asks for more than it reads', async () => {
    const chat = await startChat({ limits: { channels: 10_000 } });
    const ani = await chat.join('ani');
    await ani.ask(...many(250, (at) => `JOIN ${many(20, (each) => `#c${at}-${each}`).join(',')}`));
    ani.peer.socket.pause();
    await ani.send(...many(200, () => 'LIST'));
    await chat.program.event('closed', { code: 'ERR_SEND_QUEUE' });
    await chat.join('budi');
  });

  it('ends a client that lets too many commands wait', async () => {
    const chat = await startChat();
    const ani = await chat.join('ani');
    await ani.send('REGISTER * * rahasia123', ...many(3000, (at) => `PING ${at}`));
    await ani.until(/^ERROR :.*Excess Flood/);
    await chat.join('budi');
  });

  it('registers no more accounts than it says', async () => {
    const dataDir = await makeTestFolder();
    const store = await Store.open({
      ...{ folder: dataDir, retention: { days: 1, messages: 1000 } },
      ...{ failed: () => undefined, recovered: () => undefined, ended: () => undefined },
    });
    const account = { passwordHash: '-', createdAt: 0, isTeacher: false };
    for (let at = 0; at < 9999; at += 500) {
      const some = many(Math.min(500, 9999 - at), (each) => `murid${at + each}`);
      await Promise.all(some.map((name) => store.saveAccount({ name, ...account })));
    }
    await store.close();
    const chat = await startChat({ dataDir });
    const [ani, budi] = [await chat.join('ani'), await chat.join('budi')];
    expect((await ani.ask('REGISTER * * rahasia123')).join('')).toContain('REGISTER SUCCESS ani');
    expect((await budi.ask('REGISTER * * rahasia123')).join('')).toContain('FAIL REGISTER ');
  });

  it('answers USERHOST for no more nicks than it says', async () => {
    const chat = await startChat();
    const ani = await chat.join('ani');
    const [line = ''] = await ani.ask(`USERHOST ${many(8, () => 'ani').join(' ')}`);
    expect(line.match(/ani=/g)).toHaveLength(5);
  });

  it.each([
    ['a line that is too long', `PRIVMSG #ruang :${'x'.repeat(600)}`, / 417 /],
    ['tags that are too long', `@+a=${'x'.repeat(5000)} PRIVMSG #ruang :x`, / 417 /],
    ['a megabyte without an end', 'x'.repeat(1_000_000), / 417 /],
  ])('refuse %s, and go on', async (_, line, answer) => {
    const chat = await startChat();
    const ani = await chat.join('ani');
    await ani.ask('JOIN #ruang');
    expect((await ani.ask(line)).join('\n')).toMatch(answer);
    expect((await ani.ask('TIME')).join('')).toMatch(/ 391 /);
  });

  it.each([
    ['NUL', Buffer.from('PRIVMSG #ruang :a\0b\r\n'), / TIME|PRIVMSG/],
    [
      'bytes that are not UTF-8',
      Buffer.from([...Buffer.from('PRIVMSG #ruang :'), 0xff, 13, 10]),
      /FAIL PRIVMSG INVALID_UTF8/,
    ],
    ['a lone CR', Buffer.from('TIME\rVERSION\r\n'), / 391 .*\n.* 351 /],
    ['no command', Buffer.from('@a=b\r\n:ani\r\n   \r\n\r\n'), /^$/],
    ['an unknown command', Buffer.from('\x01\x02 x\r\n'), / 421 /],
  ])('survive %s', async (_, bytes, answer) => {
    const chat = await startChat();
    const [ani, budi] = [await chat.join('ani'), await chat.join('budi')];
    await ani.ask('JOIN #ruang');
    await budi.ask('JOIN #ruang');
    await ani.sync();
    await ani.peer.send(bytes);
    const own = await ani.sync();
    const heard = await budi.sync();
    expect([...own, ...heard].join('\n')).toMatch(answer);
    expect(heard.join('')).not.toMatch(/\0/);
  });

  it('never let one line become two', async () => {
    const chat = await startChat();
    const [ani, budi] = [await chat.join('ani'), await chat.join('budi')];
    await ani.ask('JOIN #ruang');
    await budi.ask('JOIN #ruang');
    await ani.ask(
      '@+x=a\\r\\nQUIT PRIVMSG #ruang :tag',
      'PRIVMSG #ruang :a\u2028QUIT',
      'TOPIC #ruang :\u0085QUIT',
      'AWAY :\u000bQUIT',
    );
    for (const line of await budi.sync()) expect(line).toMatch(/^:(ani!|kelas\.uji )/);
  });
});
