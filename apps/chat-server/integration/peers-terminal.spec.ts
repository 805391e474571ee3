import { afterAll, beforeAll, expect, it } from '@jest/globals';
import type { Endpoint } from '@praktikum/protocol';
import { describeWith, TestCertificates } from '@praktikum/testing';
import type { ChatProgramSettings } from './chat-program.ts';
import type { IrcClientOptions } from './irc-client.ts';
import { startIrssi } from './irssi.ts';
import { startChat, type StartedChat } from './start-chat.ts';
import { startWeechat } from './weechat.ts';

const CHANNEL = '#kelas';
const PASSWORD = 'rahasia123';

/** What those say who cannot read the history themselves: the notice comes last of what a JOIN brings. */
const NOTICE =
  /Percakapan di #kelas disimpan selama 365 hari, dan dapat dibaca oleh semua yang masuk ke sini\.$/;

/** What a chat program says of a line that it does not understand, or of a refusal. `=!=` is weechat's. */
const TROUBLE = /=!=|\berror\b|unknown command|critical|warning|refused|failed/i;

/** How they go to the server. */
interface Way {
  readonly tls?: boolean;
  readonly sasl?: boolean;
}

let certificates: TestCertificates;
beforeAll(async () => void (certificates = await TestCertificates.create()));
afterAll(() => certificates.remove());

describeWith('irssi', 'irssi', () => {
  describeWith('weechat-headless', 'and weechat', () => {
    it.each<[string, Way]>([
      ['over TCP', {}],
      ['over TLS', { tls: true }],
      ['over TCP, logged in with SASL PLAIN', { sasl: true }],
      ['over TLS, logged in with SASL PLAIN', { tls: true, sasl: true }],
    ])('hear each other in a channel, %s', async (_, { tls = false, sasl = false }) => {
      const chat = await startChat(tls ? { tls: certificates.server } : {});
      const options: IrcClientOptions = tls
        ? { tls: { ca: await certificates.authorities, servername: 'localhost' } }
        : {};
      if (sasl) for (const nick of ['ani', 'budi', 'citra']) await makeAccount(chat, nick, options);
      const settingsOf = (nick: string): ChatProgramSettings => ({
        ...placeOf(chat),
        nick,
        ...(tls && { ca: certificates.ca }),
        ...(sasl && { account: [nick, PASSWORD] }),
      });
      const words = 'Halo dari weechat é🙂';
      const [ani, budi, citra] = await Promise.all([
        startIrssi(settingsOf('ani')),
        startIrssi(settingsOf('budi')),
        startWeechat({ ...settingsOf('citra'), words, newNick: 'wati' }),
      ]);
      for (const program of [ani, budi, citra]) await program.noted(NOTICE);

      ani.type('Halo dari ani é🙂');
      budi.type('/me melambai');
      citra.say();
      // `<@ani> Halo` in irssi, `@ani\tHalo` in weechat.
      for (const listener of [budi, citra]) await listener.noted(/\bani(> |\t)Halo dari ani é🙂$/);
      for (const listener of [ani, citra]) await listener.noted(/\*\s@?budi melambai$/);
      for (const listener of [ani, budi]) await listener.noted(/<.citra> Halo dari weechat é🙂$/);

      const watcher = await chat.join('pengawas', options);
      const whois = await watcher.ask('WHOIS ani', 'WHOIS budi', 'WHOIS citra');
      // `:kelas.uji 330 pengawas ani ani :…`, `:kelas.uji 671 pengawas ani :…`
      expect(whois.filter((line) => / 330 \S+ (\S+) \1 /.test(line))).toHaveLength(sasl ? 3 : 0);
      expect(whois.filter((line) => / 671 /.test(line))).toHaveLength(tls ? 3 : 0);
      for (const program of [ani, budi, citra]) expect(program.notes()).not.toMatch(TROUBLE);
    });

    it('show the topic, new nicks, and who is removed by the teacher', async () => {
      const chat = await startChat({}, '--teacher', 'bu_guru');
      const { msg } = await chat.program.event('teacher');
      const account = ['bu_guru', /(\S+)$/.exec(String(msg))![1]!] as const;
      const place = placeOf(chat);
      const guru = await startIrssi({ ...place, nick: 'bu_guru', account });
      await guru.noted(NOTICE);
      guru.type('/topic #kelas Bab 1: TCP');
      await guru.noted(/bu_guru changed the topic of #kelas to: Bab 1: TCP$/);
      const [ani, citra] = await Promise.all([
        startIrssi({ ...place, nick: 'ani' }),
        startWeechat({ ...place, nick: 'citra', words: 'Halo', newNick: 'wati' }),
      ]);
      for (const program of [ani, citra]) await program.noted(NOTICE);
      await ani.noted(/Topic for #kelas: Bab 1: TCP$/);
      await citra.noted(/Topic for #kelas is "Bab 1: TCP"$/);

      guru.type('/topic #kelas Bab 2: é🙂');
      await ani.noted(/bu_guru changed the topic of #kelas to: Bab 2: é🙂$/);
      await citra.noted(/bu_guru has changed topic for #kelas from "Bab 1: TCP" to "Bab 2: é🙂"$/);

      ani.type('/nick anita');
      for (const program of [guru, citra]) await program.noted(/ani is now known as anita$/);
      citra.rename();
      for (const program of [guru, ani]) await program.noted(/citra is now known as wati$/);
      await citra.noted(/You are now known as wati$/);

      guru.type('/kick wati keluar dulu');
      for (const program of [guru, ani]) {
        await program.noted(/wati was kicked from #kelas by bu_guru \[keluar dulu\]$/);
      }
      await citra.noted(/bu_guru has kicked wati \(keluar dulu\)$/);
      guru.type('/kick anita dan kamu juga');
      await ani.noted(/anita was kicked from #kelas by bu_guru \[dan kamu juga\]$/);
      for (const program of [guru, ani, citra]) expect(program.notes()).not.toMatch(TROUBLE);
    });
  });
});

/** Certificates are for the name: irssi compares no addresses. */
function placeOf(chat: StartedChat): { endpoint: Endpoint; channel: string } {
  const { port } = Object.values(chat.endpoints)[0]!;
  return { endpoint: { host: 'localhost', port }, channel: CHANNEL };
}

async function makeAccount(
  chat: StartedChat,
  nick: string,
  options: IrcClientOptions,
): Promise<void> {
  const client = await chat.join(nick, options);
  expect((await client.ask(`REGISTER * * ${PASSWORD}`)).join('\n')).toContain('REGISTER SUCCESS');
  client.close();
}
