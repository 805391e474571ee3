import { describe, expect, it } from '@jest/globals';
import type { Message } from '@praktikum/irc';
import { GAMJA_CAPABILITIES, GamjaClient } from './gamja-client.ts';
import { startChat, type StartedChat } from './start-chat.ts';

const PASSWORD = 'rahasia123';

/** The fields that gamja asks for, and a token: flags, host, nick, real name, user name, account. */
const WHOX = '%tfhnrua,7';

const startWithWeb = () => startChat({ websocket: { host: '127.0.0.1', port: 0 } });

/** The command or numeric of each message, and its parameters. */
const facts = (messages: readonly Message[]) =>
  messages.map(({ command, params }) => [command, ...params]);

describe('a client in the manner of gamja', () => {
  it.each([
    ['without an account', 'tamu', undefined],
    ['with an account', 'ani', ['ani', PASSWORD]],
  ] as const)('gets an answer to everything that it asks, %s', async (_, nick, account) => {
    const hasAccount = account !== undefined;
    const chat = await startWithWeb();
    const { since } = await makePast(chat);
    const web = await GamjaClient.connect(chat.endpoints.web!);
    const asked = await web.register(nick, account);
    expect(asked).toEqual(GAMJA_CAPABILITIES);
    await web.until(({ command, params }) => command === 'CAP' && params[1] === 'ACK');
    const logins = web.messages.filter(({ command }) => command === '900' || command === '903');
    expect(logins.map(({ command }) => command)).toEqual(hasAccount ? ['900', '903'] : []);

    // What it does about the past when it has been here before: nothing is open yet.
    const now = new Date().toISOString();
    const targets = `CHATHISTORY TARGETS timestamp=${now} timestamp=${since} 1000`;
    expect(facts(await web.request(targets))).toEqual([]);

    const joined = await web.request('JOIN #kelas');
    const marker = hasAccount ? `timestamp=${since}` : '*';
    expect(facts(joined)).toEqual(
      expect.arrayContaining([
        ['JOIN', '#kelas', hasAccount ? nick : '*', nick],
        ['MARKREAD', '#kelas', marker],
      ]),
    );
    expect(joined.map(({ command }) => command)).toEqual(expect.arrayContaining(['353', '366']));
    await asksAbout(web, nick, hasAccount);
    await readsHistory(web, since, now);
    await marksAndTalks(web);
    expect(web.oddities).toEqual([]);
  });

  it('gets each capability by itself', async () => {
    const chat = await startWithWeb();
    const web = await GamjaClient.connect(chat.endpoints.web!);
    web.send('CAP LS 302', 'NICK ani', 'USER ani 0 * :Ani');
    for (const name of GAMJA_CAPABILITIES) {
      web.send(`CAP REQ ${name}`);
      await web.until(({ params }) => params[1] === 'ACK' && params[2] === name);
    }
    web.send('CAP END');
    await web.until(({ command }) => command === '001');
    web.send('CAP LIST');
    const { params } = await web.until(
      ({ command, params }) => command === 'CAP' && params[1] === 'LIST',
    );
    expect(params.at(-1)!.trim().split(' ').sort()).toEqual([...GAMJA_CAPABILITIES].sort());
  });

  it('makes an account, and logs in with it at once when it comes back', async () => {
    const chat = await startWithWeb();
    const web = await GamjaClient.connect(chat.endpoints.web!);
    await web.register('ani');
    const answer = await web.request(`REGISTER * * ${PASSWORD}`);
    expect(facts(answer)).toContainEqual([
      'REGISTER',
      'SUCCESS',
      'ani',
      expect.stringMatching(/./),
    ]);
    const again = await GamjaClient.connect(chat.endpoints.web!);
    await again.register('ani', ['ani', PASSWORD]);
    await again.until(({ command, params }) => command === '001' && params[0] === 'ani');
    await web.until(({ command }) => command === 'ERROR');
    const wrong = await GamjaClient.connect(chat.endpoints.web!);
    await wrong.register('budi', ['ani', 'tebakan']);
    await wrong.until(({ command }) => command === '904');
  });
});

/** Makes the account of `ani` with a marker, and a channel with three messages in which `budi` stays. */
async function makePast(chat: StartedChat): Promise<{ since: string }> {
  const since = new Date(Date.now() - 60_000).toISOString();
  const endpoint = chat.endpoints.irc!;
  const ani = await chat.join('ani', { endpoint, capabilities: ['draft/read-marker'] });
  await ani.ask(`REGISTER * * ${PASSWORD}`, `MARKREAD #kelas timestamp=${since}`);
  ani.close();
  const budi = await chat.join('budi', { endpoint });
  await budi.ask(
    'JOIN #kelas',
    ...['satu', 'dua', 'tiga'].map((text) => `PRIVMSG #kelas :${text}`),
  );
  return { since };
}

async function asksAbout(web: GamjaClient, nick: string, hasAccount: boolean): Promise<void> {
  const who = facts(await web.request(`WHO #kelas ${WHOX}`));
  const rows = who.filter(([command]) => command === '354');
  // `354 ani 7 <user> <host> <nick> <flags> <account> <real name>`: in the order of WHOX, not in that of the asker.
  expect(rows.map((row) => [row[2], row[3], row[5], row[7], row[8]])).toEqual([
    ['7', expect.stringMatching(/budi$/), 'budi', '0', 'budi asli'],
    ['7', expect.stringMatching(/./), nick, hasAccount ? nick : '0', nick],
  ]);
  expect(who.at(-1)!.slice(0, 3)).toEqual(['315', nick, '#kelas']);
  expect(facts(await web.request(`WHO budi ${WHOX}`)).map(([command]) => command)).toEqual([
    '354',
    '315',
  ]);
  expect(facts(await web.request('MONITOR + budi'))).toEqual([
    ['730', nick, expect.stringMatching(/^budi!/)],
  ]);
  const whois = facts(await web.request('WHOIS budi')).map(([command]) => command);
  expect(whois).toEqual(expect.arrayContaining(['311', '312', '317', '318', '319']));
  expect(facts(await web.request('PING gamja-1'))).toEqual([['PONG', 'kelas.uji', 'gamja-1']]);
}

async function readsHistory(web: GamjaClient, since: string, now: string): Promise<void> {
  const texts = async (query: string) =>
    (await web.request(`CHATHISTORY ${query}`))
      .filter(({ command }) => command === 'PRIVMSG')
      .map(({ params }) => params[1]);
  expect(await texts('LATEST #kelas * 2')).toEqual(['dua', 'tiga']);
  expect(await texts(`BEFORE #kelas timestamp=${now} 100`)).toEqual(['satu', 'dua', 'tiga']);
  expect(await texts(`AFTER #kelas timestamp=${since} 100`)).toEqual(['satu', 'dua', 'tiga']);
  const targets = await web.request(`CHATHISTORY TARGETS timestamp=${now} timestamp=${since} 1000`);
  expect(facts(targets)).toEqual([
    ['CHATHISTORY', 'TARGETS', '#kelas', expect.stringMatching(/^\d{4}-/)],
  ]);
}

async function marksAndTalks(web: GamjaClient): Promise<void> {
  const stamp = `timestamp=${new Date().toISOString()}`;
  expect(facts(await web.request(`MARKREAD #kelas ${stamp}`))).toEqual([
    ['MARKREAD', '#kelas', stamp],
  ]);
  expect(facts(await web.request('MARKREAD budi'))).toEqual([['MARKREAD', 'budi', '*']]);
  const [echo] = await web.request('PRIVMSG #kelas :Halo é🙂');
  expect(facts([echo!])).toEqual([['PRIVMSG', '#kelas', 'Halo é🙂']]);
  const redacted = await web.request(`REDACT #kelas ${echo!.tags.get('msgid')} :salah`);
  expect(redacted.map(({ command }) => command)).toEqual(['REDACT']);
}
