import { expect, it } from '@jest/globals';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { runCommand, startCommand } from '@praktikum/peers';
import { capturingSuite, describeWith } from '@praktikum/testing';
import { endsWithTest, makeHome, OPTIONS } from './chat-program.ts';
import { startChat, type StartedChat } from './start-chat.ts';

/**
 * A session in the manner of a client that knows IRCv3, in ASCII: tshark 4 shows the bytes of anything else as
 * what is no character. An action is not among it: tshark takes the tags before a command for the command, and
 * says of an action with tags that CTCP stands in no PRIVMSG.
 */
const SESSION = [
  'CAP LS 302',
  'CAP REQ :message-tags server-time batch echo-message labeled-response draft/chathistory sasl',
  'NICK ani',
  'USER ani 0 * :Ani Wijaya',
  'CAP END',
  'JOIN #kelas',
  'MODE #kelas',
  'MODE #kelas +q budi!*@*',
  'TOPIC #kelas :Bab 1: TCP',
  'PRIVMSG #kelas :Halo semua',
  '@+draft/reply=abc;label=l1 PRIVMSG #kelas :Halo lagi',
  '@label=l2 CHATHISTORY LATEST #kelas * 10',
  'WHO #kelas %tcuhnfar,7',
  'WHOIS ani',
  'PRIVMSG tidakada :Halo',
  'TIDAKADA',
  'QUIT :sampai jumpa',
];

/** Between the fields of one frame; no line has it. */
const BETWEEN = '\u001f';

const { suite, why } = capturingSuite('tcpdump');

describeWith('tshark', 'tshark', () => {
  suite(`of what tcpdump captures${why}`, () => {
    it('reads a whole session as IRC, every line and command of it, and finds nothing wrong', async () => {
      const chat = await startChat();
      const { file, received } = await capture(chat, SESSION);
      const decode = await decoder(file, chat.endpoints.irc!.port);

      expect(
        await decode('_ws.malformed || _ws.expert.severity >= warning', 'frame.number'),
      ).toEqual([]);
      expect(await decode('tcp.len > 0 && !irc', 'frame.number')).toEqual([]);
      expect(await decode('irc.request', 'irc.request')).toEqual(SESSION);
      expect(await decode('irc.response', 'irc.response')).toEqual(received);
      expect(received.filter((line) => / BATCH \+\S+ chathistory #kelas$/.test(line))).toHaveLength(
        1,
      );
      for (const [kind, lines] of [
        ['request', SESSION],
        ['response', received],
      ] as const) {
        const commands = await decode(`irc.${kind}`, `irc.${kind}.command`);
        const listed = commands.map((command, at) =>
          command.startsWith('@') ? commandOf(lines[at]!) : command,
        );
        expect(listed).toEqual(lines.map(commandOf));
      }
    });
  });
});

/** `@label=l1 :ani!~ani@host PRIVMSG #kelas :Halo` is a PRIVMSG. */
function commandOf(line: string): string {
  return /^(?:@\S+ )?(?::\S+ )?(\S+)/.exec(line)![1]!;
}

/** Sends the lines, and captures all of the connection. */
async function capture(
  chat: StartedChat,
  session: readonly string[],
): Promise<{ file: string; received: string[] }> {
  // Each packet comes at once; then the buffer has one place of the largest size for each, and is soon full.
  const args = ['-i', 'lo', '-s', '65535', '-B', '32768', '-U', '--immediate-mode', '-w', '-'];
  const filter = `tcp port ${chat.endpoints.irc!.port}`;
  const tcpdump = endsWithTest(startCommand('tcpdump', [...args, filter], OPTIONS));
  await tcpdump.said(/listening on lo/);
  const client = await chat.connect();
  for (const line of session) await client.send(line);
  await client.until(/^ERROR :/);
  await client.peer.receiveOutcome();
  await tcpdump.until('the end of the session', () => tcpdump.stdout.includes('ERROR :'));
  const { stdout } = await tcpdump.stop('SIGINT');
  const file = join(await makeHome(), 'session.pcap');
  await writeFile(file, stdout);
  return { file, received: client.peer.received.toString().trimEnd().split('\r\n') };
}

/** What tshark gives of a field in the frames that match, in their order. */
function decoder(file: string, port: number) {
  return async (filter: string, field: string): Promise<string[]> => {
    const args = [
      '-r',
      file,
      '-d',
      `tcp.port==${port},irc`,
      '-Y',
      filter,
      '-T',
      'fields',
      '-e',
      field,
    ];
    const between = ['-E', `aggregator=${BETWEEN}`];
    const { code, stdout, stderr } = await runCommand('tshark', [...args, ...between], OPTIONS);
    if (code !== 0) throw new Error(stderr);
    const values = stdout.toString().replaceAll(BETWEEN, '\n').split('\n');
    return values.filter((value) => value !== '');
  };
}
