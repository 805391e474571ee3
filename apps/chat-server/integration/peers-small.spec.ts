import { expect, it } from '@jest/globals';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { runCommand, startCommand } from '@praktikum/peers';
import type { Endpoint } from '@praktikum/protocol';
import { describeWith } from '@praktikum/testing';
import { endsWithTest, follow, makeHome, OPTIONS } from './chat-program.ts';
import { startChat, type StartedChat } from './start-chat.ts';

describeWith('ii', 'ii', () => {
  describeWith('sic', 'and sic', () => {
    it('hear each other and everybody else in a channel', async () => {
      const chat = await startChat();
      const ani = await chat.join('ani');
      await ani.ask('JOIN #kelas');
      const budi = await startIi(chat.endpoints.irc!, 'budi');
      const citra = startSic(chat.endpoints.irc!, 'citra');

      await budi.tell('in', '/j #kelas');
      await ani.until(/^:budi!\S+ JOIN #kelas$/);
      citra.type(':j #kelas');
      await ani.until(/^:citra!\S+ JOIN #kelas$/);

      await ani.send('PRIVMSG #kelas :Halo dari ani é🙂');
      await budi.read('#kelas/out', / <ani> Halo dari ani é🙂$/);
      await citra.heard(/^#kelas .* <ani> Halo dari ani é🙂$/);
      await budi.tell('#kelas/in', 'Halo dari ii é🙂');
      await ani.until(/^:budi!\S+ PRIVMSG #kelas :Halo dari ii é🙂$/);
      await citra.heard(/ <budi> Halo dari ii é🙂$/);
      citra.type(':m #kelas Halo dari sic é🙂');
      await ani.until(/^:citra!\S+ PRIVMSG #kelas :Halo dari sic é🙂$/);
      await budi.read('#kelas/out', / <citra> Halo dari sic é🙂$/);

      await ani.send('PRIVMSG budi :berdua saja');
      await budi.read('ani/out', / <ani> berdua saja$/);
      await budi.tell('in', '/q sampai jumpa');
      await ani.until(/^:budi!\S+ QUIT :Quit: sampai jumpa$/);
    });
  });
});

describeWith('nc', 'nc', () => {
  it.each([
    ['CRLF', '\r\n'],
    ['LF', '\n'],
  ])('gets every answer to lines that end with %s, and then the end', async (_, ending) => {
    const chat = await startChat();
    const ani = await chat.join('ani');
    await ani.ask('JOIN #kelas', 'PRIVMSG #kelas :Halo dari ani');
    const input = lines(ending, [
      'NICK budi',
      'USER budi 0 * :Budi',
      'JOIN #kelas',
      'PRIVMSG #kelas :Halo dari nc é🙂',
      'CHATHISTORY LATEST #kelas * 10',
      'WHO #kelas',
    ]);
    const { code, stdout } = await talk(chat, input);
    expect(code).toBe(0);
    const answers = stdout.split('\r\n');
    for (const answer of [
      /^:kelas\.uji 001 budi /,
      /^:budi!\S+ JOIN #kelas$/,
      /^:kelas\.uji 366 budi #kelas /,
      /^:ani!\S+ PRIVMSG #kelas :Halo dari ani$/,
      /^:budi!\S+ PRIVMSG #kelas :Halo dari nc é🙂$/,
      /^:kelas\.uji 315 budi #kelas /,
    ]) {
      expect(answers).toContainEqual(expect.stringMatching(answer));
    }
    // The stream ends with a whole line, the reason.
    expect(answers.slice(-2)).toEqual([expect.stringMatching(/^ERROR :/), '']);
    await ani.until(/^:budi!\S+ PRIVMSG #kelas :Halo dari nc é🙂$/);
    await ani.until(/^:budi!\S+ QUIT :Connection closed$/);
  });

  it('says goodbye with QUIT', async () => {
    const chat = await startChat();
    const ani = await chat.join('ani');
    await ani.ask('JOIN #kelas');
    const words = ['NICK budi', 'USER budi 0 * :Budi', 'JOIN #kelas', 'QUIT :sampai jumpa'];
    const { code, stdout } = await talk(chat, lines('\r\n', words));
    expect(code).toBe(0);
    expect(stdout).toMatch(/\r\nERROR :Closing link: \S+ \(Quit: sampai jumpa\)\r\n$/);
    await ani.until(/^:budi!\S+ QUIT :Quit: sampai jumpa$/);
  });
});

function lines(ending: string, words: readonly string[]): string {
  return words.map((line) => line + ending).join('');
}

/** `printf … | nc -N`: it half-closes when the lines have been sent, and reads to the end. */
async function talk(
  chat: StartedChat,
  input: string,
): Promise<{ code: number | null; stdout: string }> {
  const { host, port } = chat.endpoints.irc!;
  const { code, stdout } = await runCommand('nc', ['-N', host, String(port)], {
    ...OPTIONS,
    input,
  });
  return { code, stdout: stdout.toString() };
}

/** Starts ii, which is used through files: one writes into `in` and reads `out`, in a folder a conversation. */
async function startIi({ host, port }: Endpoint, nick: string) {
  const home = await makeHome();
  const args = ['-s', host, '-p', String(port), '-n', nick, '-i', home];
  endsWithTest(startCommand('ii', args, OPTIONS));
  const pathOf = (file: string) => join(home, host, file);
  const read = (file: string, pattern: RegExp) => follow(pathOf(file)).line(pattern);
  await read('out', /Selamat datang/);
  return {
    read,
    // The pipe is there already: what is not there would become a file.
    tell: (file: string, line: string) => writeFile(pathOf(file), `${line}\n`, { flag: 'r+' }),
  };
}

/** Starts sic, which is used on its standard input and output. */
function startSic({ host, port }: Endpoint, nick: string) {
  const args = ['-h', host, '-p', String(port), '-n', nick];
  const program = endsWithTest(startCommand('sic', args, { ...OPTIONS, keepInputOpen: true }));
  return {
    heard: (pattern: RegExp) => program.line(pattern),
    type: (line: string) => void program.process.stdin.write(`${line}\n`),
  };
}
