import { describe, expect, it } from '@jest/globals';
import type { IrcClient } from './irc-client.ts';
import { startChat } from './start-chat.ts';

/** What NickServ answers, in lines. */
async function tell(client: IrcClient, text: string): Promise<string> {
  const lines = await client.ask(`NICKSERV ${text}`);
  const own = lines.filter((line) => line.startsWith(':NickServ!'));
  return own.map((line) => line.replace(/^.*? :/, '')).join('\n');
}

describe('NickServ', () => {
  it('changes the password of who is logged in', async () => {
    const chat = await startChat();
    const ani = await chat.join('ani');
    expect(await tell(ani, 'SET PASSWORD lebih-rahasia')).toBe('Masuklah dulu ke akun Anda');
    expect(await tell(ani, 'REGISTER rahasia')).toMatch(/^Akun dibuat\n.*IDENTIFY ani/);
    expect(await tell(ani, 'SET PASSWORD abc')).toContain('paling sedikit 6');
    expect(await tell(ani, 'SET PASSWORD lebih-rahasia')).toBe('Kata sandi diganti');
    const tamu = await chat.join('tamu');
    expect(await tell(tamu, 'IDENTIFY ani rahasia')).not.toContain('sebagai ani');
    expect(await tell(tamu, 'IDENTIFY ani lebih-rahasia')).toContain('ani');
  });

  it('lets the teacher help who has forgotten a password, and nobody else', async () => {
    const chat = await startChat({}, '--teacher', 'bu_guru');
    const { msg } = await chat.program.event('teacher');
    const password = /(\S+)$/.exec(msg as string)![1]!;
    const budi = await chat.join('budi');
    await tell(budi, 'REGISTER rahasia');
    expect(await tell(budi, 'RESET budi')).toBe('Hanya guru yang boleh melakukan ini');
    const guru = await chat.join('bu_guru', { account: ['bu_guru', password] });
    expect(await tell(guru, 'RESET bu_guru')).toContain('--new-password');
    expect(await tell(guru, 'RESET siapa')).toBe('Akun ini tidak ada');
    const [, passed] = /budi: (\S+)$/.exec(await tell(guru, 'RESET budi'))!;
    expect(await tell(budi, `IDENTIFY ${passed}`)).toContain('budi');
  });

  it('takes no password with a space, of which half would be lost', async () => {
    const chat = await startChat();
    const ani = await chat.join('ani');
    for (const text of ['REGISTER rahasia dapur', 'IDENTIFY ani rahasia dapur']) {
      expect(await tell(ani, text)).toBe('Kata sandi tidak boleh berisi spasi');
    }
    expect(await tell(ani, 'REGISTER rahasia ani@example.org')).toContain('Akun dibuat');
    expect(await tell(ani, 'SET PASSWORD rahasia dapur')).toBe(
      'Kata sandi tidak boleh berisi spasi',
    );
  });

  it('says which account it has tried', async () => {
    const chat = await startChat();
    const ani = await chat.join('ani_');
    expect(await tell(ani, 'IDENTIFY rahasia')).toContain('ani_');
  });

  it('takes a nick back for its account after the other connection has left', async () => {
    const chat = await startChat();
    const ani = await chat.join('ani');
    await tell(ani, 'REGISTER rahasia');
    const budi = await chat.join('budi');
    const again = await chat.join('ani2');
    for (const client of [ani, budi, again]) await client.ask('JOIN #ruang');
    await tell(again, 'IDENTIFY ani rahasia');
    await budi.sync();
    await again.send('NICK ani');
    const seen = await budi.until(/ NICK /);
    expect(seen.map((line) => line.split(' ')[1])).toEqual(['QUIT', 'NICK']);
  });
});
