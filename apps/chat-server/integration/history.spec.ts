import { describe, expect, it } from '@jest/globals';
import type { IrcClient } from './irc-client.ts';
import { makeTestFolder, startChat } from './start-chat.ts';

const CAPABILITIES = ['batch', 'message-tags', 'server-time', 'draft/chathistory', 'account-tag'];

async function history(client: IrcClient, query: string): Promise<string[]> {
  await client.send(`CHATHISTORY ${query}`);
  const lines = await client.until(/ (BATCH -|FAIL CHATHISTORY )/);
  return lines
    .filter((line) => line.includes('PRIVMSG'))
    .map((line) => /PRIVMSG \S+ :?(.*)$/.exec(line)![1]!);
}

describe('history', () => {
  it('survives a restart and kill -9, and is read by who comes later', async () => {
    const dataDir = await makeTestFolder();
    const first = await startChat({ dataDir });
    const ani = await first.join('ani');
    await ani.ask(
      'JOIN #kelas',
      ...Array.from({ length: 30 }, (_, at) => `PRIVMSG #kelas :pesan ${at}`),
    );
    // What somebody can read has been committed: questions are answered after it.
    const reader = await first.join('pembaca', { capabilities: CAPABILITIES });
    await reader.ask('JOIN #kelas');
    expect(await history(reader, 'LATEST #kelas * 100')).toHaveLength(30);
    await first.program.stop('SIGKILL');

    const second = await startChat({ dataDir });
    const late = await second.join('terlambat', { capabilities: CAPABILITIES });
    await late.ask('JOIN #kelas');
    expect(await history(late, 'LATEST #kelas * 5')).toEqual(
      [25, 26, 27, 28, 29].map((at) => `pesan ${at}`),
    );
  });

  it('answers everything that was asked before a half-close', async () => {
    const chat = await startChat();
    const ani = await chat.join('ani', { capabilities: CAPABILITIES });
    await ani.ask('JOIN #ruang', 'PRIVMSG #ruang :halo');
    ani.peer.socket.end('CHATHISTORY LATEST #ruang * 5\r\n'.repeat(3));
    const received = (await ani.peer.receiveToEnd()).toString();
    expect(received.match(/ BATCH -/g)).toHaveLength(3);
  });

  it('is for who is in the channel, and for nobody else', async () => {
    const chat = await startChat();
    const [ani, budi] = [
      await chat.join('ani', { capabilities: CAPABILITIES }),
      await chat.join('budi', { capabilities: CAPABILITIES }),
    ];
    await ani.ask('JOIN #ruang', 'PRIVMSG #ruang :rahasia');
    await budi.send('CHATHISTORY LATEST #ruang * 10');
    await budi.until(/FAIL CHATHISTORY INVALID_TARGET LATEST #ruang /);
    await budi.ask('JOIN #ruang');
    expect(await history(budi, 'LATEST #ruang * 10')).toEqual(['rahasia']);
    await budi.ask('PART #ruang');
    await budi.send('CHATHISTORY LATEST #ruang * 10');
    await budi.until(/FAIL CHATHISTORY INVALID_TARGET LATEST #ruang /);
  });

  it('is told of to who cannot read it', async () => {
    const chat = await startChat();
    const plain = await chat.join('ani');
    expect((await plain.ask('JOIN #kelas')).join('\n')).toMatch(
      /^:kelas\.uji NOTICE #kelas :.*365/m,
    );
    const capable = await chat.join('budi', { capabilities: CAPABILITIES });
    expect((await capable.ask('JOIN #kelas')).join('\n')).not.toContain('NOTICE');
  });

  it('keeps accounts, rights, topics, bans and read markers over a restart', async () => {
    const dataDir = await makeTestFolder();
    const first = await startChat({ dataDir });
    const ani = await first.join('ani', { capabilities: ['draft/read-marker'] });
    await ani.ask('REGISTER * * rahasia123');
    await ani.ask('JOIN #ruang', 'TOPIC #ruang :Bab 1', 'MODE #ruang +b jahat!*@*');
    await ani.ask('MARKREAD #ruang timestamp=2026-01-01T00:00:00.000Z');
    expect((await first.program.stop('SIGTERM')).code).toBe(0);

    const second = await startChat({ dataDir });
    const budi = await second.join('budi');
    await budi.ask('JOIN #ruang'); // it was empty: whoever comes first manages it too
    const again = await second.join('ani', {
      account: ['ani', 'rahasia123'],
      capabilities: ['draft/read-marker'],
    });
    const entering = (await again.ask('JOIN #ruang')).join('\n');
    expect(entering).toMatch(/ 332 ani #ruang :?Bab 1/);
    expect(entering).toContain('@ani');
    expect(entering).toContain('MARKREAD #ruang timestamp=2026-01-01T00:00:00.000Z');
    expect((await again.ask('MODE #ruang b')).join('\n')).toMatch(/ 367 ani #ruang jahat!\*@\* /);
  });

  it('keeps no more read markers than so many for one client', async () => {
    const chat = await startChat();
    const ani = await chat.join('ani', { capabilities: ['draft/read-marker'] });
    const stamp = 'timestamp=2026-01-01T00:00:00.000Z';
    const lines = await ani.ask(
      ...Array.from({ length: 502 }, (_, at) => `MARKREAD nick${at} ${stamp}`),
    );
    expect(lines.filter((line) => line.includes('FAIL MARKREAD'))).toHaveLength(2);
  });

  it('brings a nick back at once to who logs in, and ends the lost connection', async () => {
    const chat = await startChat();
    const lost = await chat.join('ani');
    await lost.ask('REGISTER * * rahasia123');
    await lost.ask('JOIN #ruang');
    const watcher = await chat.join('budi');
    await watcher.ask('JOIN #ruang');
    const back = await chat.join('ani', { account: ['ani', 'rahasia123'] });
    expect(back.nick).toBe('ani');
    await lost.until(/^ERROR :/);
    await watcher.until(/^:ani!\S+ QUIT :/);
  });
});
