import { describe, expect, it } from '@jest/globals';
import { startChat, type StartedChat } from './start-chat.ts';

const WORKERS = [['1'], ['2'], ['8']] as const;

async function room(chat: StartedChat, ...nicks: string[]) {
  const members = [];
  for (const nick of nicks) {
    const member = await chat.join(nick);
    await member.ask('JOIN #ruang');
    members.push(member);
  }
  for (const member of members) await member.sync();
  return members;
}

describe.each(WORKERS)('channels on %s workers', (workers) => {
  it('bring what one says to all others, in one order, and to nobody outside', async () => {
    const chat = await startChat({}, '--workers', workers);
    const members = await room(chat, 'ani', 'budi', 'citra', 'dewi');
    const outsider = await chat.join('eka');
    await Promise.all(
      members.flatMap((member) =>
        Array.from({ length: 25 }, (_, at) => member.send(`PRIVMSG #ruang :${member.nick} ${at}`)),
      ),
    );
    // What somebody else has said may come after the own answer; after all of them it has come.
    const early = await Promise.all(members.map((member) => member.sync()));
    const late = await Promise.all(members.map((member) => member.sync()));
    for (const [at, member] of members.entries()) {
      const heard = [...early[at]!, ...late[at]!].map((line) => line.split(' :')[1]);
      expect(heard).toHaveLength(75);
      for (const other of members.filter((one) => one !== member)) {
        const ofOne = heard.filter((text) => text?.startsWith(`${other.nick} `));
        expect(ofOne).toEqual(Array.from({ length: 25 }, (_, count) => `${other.nick} ${count}`));
      }
    }
    expect((await outsider.sync()).join('')).not.toContain('PRIVMSG');
  });

  it('have one order for all who listen', async () => {
    const chat = await startChat({}, '--workers', workers);
    const members = await room(chat, 'ani', 'budi', 'citra', 'dewi');
    const [ani, budi, citra, dewi] = members;
    for (let at = 0; at < 50; at++) {
      await Promise.all([
        ani!.send(`PRIVMSG #ruang :a${at}`),
        budi!.send(`PRIVMSG #ruang :b${at}`),
      ]);
    }
    await Promise.all([ani!.sync(), budi!.sync()]);
    const texts = async (client: (typeof members)[number]) =>
      (await client.sync()).map((line) => line.split(' :')[1]);
    const [one, other] = [await texts(citra!), await texts(dewi!)];
    expect(one).toHaveLength(100);
    expect(other).toEqual(one);
  });
});

describe('channels', () => {
  it('make who enters an empty one its operator, and nobody else', async () => {
    const chat = await startChat();
    const [ani, budi] = await room(chat, 'ani', 'budi');
    expect((await budi!.ask('NAMES #ruang')).join('\n')).toMatch(/ 353 budi = #ruang :@ani budi\n/);
    expect((await budi!.ask('MODE #ruang +m', 'KICK #ruang ani')).join('\n')).toMatch(
      / 482 .*\n.* 482 /,
    );
    await ani!.ask('MODE #ruang +v budi', 'KICK #ruang budi :cukup');
    const heard = await budi!.sync();
    expect(heard[0]).toMatch(/^:ani!~ani@\S+ MODE #ruang \+v budi$/);
    expect(heard[1]).toMatch(/^:ani!~ani@\S+ KICK #ruang budi cukup$|KICK #ruang budi :cukup$/);
    expect((await budi!.ask('PRIVMSG #ruang :masih di sini')).join('')).toMatch(/ 404 /);
  });

  it.each([
    ['+i', 473],
    ['+k rahasia', 475],
    ['+l 1', 471],
    ['+b budi!*@*', 474],
  ])('keep somebody out by %s', async (modes, numeric) => {
    const chat = await startChat();
    const [ani] = await room(chat, 'ani');
    const budi = await chat.join('budi');
    await ani!.ask(`MODE #ruang ${modes}`);
    expect((await budi.ask('JOIN #ruang'))[0]).toMatch(new RegExp(` ${numeric} budi #ruang `));
  });

  it('ask an invited user for the key all the same', async () => {
    const chat = await startChat();
    const [ani] = await room(chat, 'ani');
    const budi = await chat.join('budi');
    await ani!.ask('MODE #ruang +k rahasia', 'INVITE budi #ruang');
    expect((await budi.ask('JOIN #ruang')).join('\n')).toMatch(/ 475 budi #ruang /);
    expect((await budi.ask('JOIN #ruang rahasia')).join('\n')).toMatch(/ JOIN #ruang/);
  });

  it('let an invited user in past +i and +l', async () => {
    const chat = await startChat();
    const [ani] = await room(chat, 'ani');
    const budi = await chat.join('budi');
    await ani!.ask('MODE #ruang +il 1');
    expect((await ani!.ask('INVITE budi #ruang'))[0]).toMatch(/ 341 ani budi #ruang$/);
    expect((await budi.ask('JOIN #ruang')).join('\n')).toMatch(/INVITE budi :?#ruang\n.* JOIN /s);
  });

  it('mute all (+m), or one (+q), and let voiced members speak', async () => {
    const chat = await startChat();
    const [ani, budi, citra] = await room(chat, 'ani', 'budi', 'citra');
    await ani!.ask('MODE #ruang +m', 'MODE #ruang +v citra');
    expect((await budi!.ask('PRIVMSG #ruang :boleh?')).join('')).toMatch(/ 404 budi #ruang .*\+m/);
    expect((await citra!.ask('PRIVMSG #ruang :ya')).join('')).not.toMatch(/ 404 /);
    await ani!.ask('MODE #ruang -m+q budi!*@*');
    expect((await budi!.ask('PRIVMSG #ruang :boleh?')).join('')).toMatch(/ 404 budi #ruang .*\+q/);
    expect((await ani!.ask('MODE #ruang q')).join('\n')).toMatch(
      / 728 ani #ruang q budi!\*@\* .*\n.* 729 /s,
    );
  });

  it('keep topics, and show them to who comes', async () => {
    const chat = await startChat();
    const [ani] = await room(chat, 'ani');
    await ani!.ask('TOPIC #ruang :Bab 1: soket');
    const budi = await chat.join('budi');
    expect((await budi.ask('JOIN #ruang')).join('\n')).toMatch(
      / 332 budi #ruang :Bab 1: soket\n.* 333 budi #ruang ani!/s,
    );
    expect((await budi.ask('TOPIC #ruang :lain')).join('')).toMatch(/ 482 /);
  });

  it('show everybody a change of nick, and the end of a user, once', async () => {
    const chat = await startChat();
    const [ani, budi] = await room(chat, 'ani', 'budi');
    for (const client of [ani!, budi!]) await client.ask('JOIN #lain');
    await budi!.sync();
    await ani!.ask('NICK anita');
    expect(await budi!.sync()).toEqual([expect.stringMatching(/^:ani!\S+ NICK :?anita$/)]);
    await ani!.send('QUIT :pulang');
    await budi!.until(/^:anita!\S+ QUIT :Quit: pulang$/);
    expect(await budi!.sync()).toEqual([]);
    expect((await budi!.ask('WHOWAS anita')).join('\n')).toMatch(/ 314 budi anita /);
  });
});
