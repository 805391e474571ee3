import { describe, expect, it } from '@jest/globals';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { IrcClient } from './irc-client.ts';
import { makeTestFolder, startChat, startChatProgram } from './start-chat.ts';

describe('workers of the chat', () => {
  it('race for a nick, and exactly one gets it', async () => {
    const chat = await startChat({}, '--workers', '8');
    const clients = await Promise.all(Array.from({ length: 24 }, () => chat.connect()));
    await Promise.all(clients.map((client) => client.send('NICK ani', 'USER ani 0 * :Ani')));
    const first = async (client: IrcClient) => (await client.until(/ (001|433) /)).at(-1)!;
    const answers = await Promise.all(clients.map(first));
    expect(answers.filter((line) => line.includes(' 001 '))).toHaveLength(1);
  });

  it('die, and only their clients leave: the others see them quit, and the talk goes on', async () => {
    const folder = await makeTestFolder();
    const program = {
      name: 'chat-server',
      path: join(import.meta.dirname, '..', 'fixtures', 'fragile-chat.ts'),
    };
    const chat = await startChatProgram(program, { CRASH_FOLDER: folder }, '--workers', '2');
    const clients = [];
    for (let at = 0; at < 6; at++) {
      const client = await chat.join(`murid${at}`);
      await client.ask('JOIN #ruang');
      clients.push(client);
    }
    const over = clients.map(
      async (client) => [client, await client.peer.receiveOutcome()] as const,
    );
    await writeFile(join(folder, 'crash-1'), '');
    const [lost] = await Promise.race(over);
    await chat.program.event('worker-exit');
    const living = clients.filter(({ peer }) => peer.outcome === undefined);
    expect(living.length).toBeGreaterThan(0);
    expect(living.length).toBeLessThan(6);
    const [witness] = living;
    await witness!.until(new RegExp(`^:${lost.nick}!\\S+ QUIT :Connection lost`));
    await chat.program.event('worker-restart');
    const back = await chat.join(lost.nick); // its nick is free again
    await back.ask('JOIN #ruang', 'PRIVMSG #ruang :saya kembali');
    await witness!.until(/saya kembali$/);
    const names = (await witness!.ask('NAMES #ruang')).find((line) => / 353 /.test(line))!;
    expect(names.split(' :')[1]!.split(' ')).toHaveLength(living.length + 1);
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
