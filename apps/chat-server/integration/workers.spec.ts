import { describe, expect, it } from '@jest/globals';
import type { IrcClient } from './irc-client.ts';
import { startChat } from './start-chat.ts';

describe('workers of the chat', () => {
  it('race for a nick, and exactly one gets it', async () => {
    const chat = await startChat({}, '--workers', '8');
    const clients = await Promise.all(Array.from({ length: 24 }, () => chat.connect()));
    await Promise.all(clients.map((client) => client.send('NICK ani', 'USER ani 0 * :Ani')));
    const first = async (client: IrcClient) => (await client.until(/ (001|433) /)).at(-1)!;
    const answers = await Promise.all(clients.map(first));
    expect(answers.filter((line) => line.includes(' 001 '))).toHaveLength(1);
  });

  it('come and go by hundreds, and leave nothing behind', async () => {
    const chat = await startChat({}, '--workers', '2');
    const watcher = await chat.join('pengawas');
    const clients = await Promise.all(
      Array.from({ length: 20 }, (_, at) => chat.join(`murid${at}`)),
    );
    for (let round = 0; round < 25; round++) {
      await Promise.all(clients.map((client) => client.send('JOIN #ruang', 'PART #ruang')));
    }
    await Promise.all(clients.map((client) => client.sync()));
    expect((await watcher.ask('LIST')).filter((line) => line.includes(' 322 '))).toEqual([]);
    for (const client of clients) client.peer.reset();
    for (;;) {
      const lusers = (await watcher.ask('LUSERS')).join('\n');
      if (/ 255 \S+ :\D*1\D/.test(lusers)) break;
    }
  });
});
