import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { getCACertificates, setDefaultCACertificates } from 'node:tls';
import type { ClientEvent, ConnectOptions } from 'irc-framework';
import websocket from 'irc-framework/src/transports/websocket.js';
import { freeEndpoint } from '@praktikum/peers';
import { TestCertificates } from '@praktikum/testing';
import { FrameworkClient } from './framework-client.ts';
import { makeTestFolder, startChat } from './start-chat.ts';

const ACCOUNT = { account: 'ani', password: 'rahasia123' };

/** How long irc-framework has to be registered before it reconnects: others may have been thrown out. */
const SETTLED_MS = 5000;

let certificates: TestCertificates;
const usual = getCACertificates('default');
beforeAll(async () => {
  certificates = await TestCertificates.create();
  // It has no option for an authority of one's own.
  setDefaultCACertificates([...usual, await certificates.authorities]);
});
afterAll(async () => {
  setDefaultCACertificates(usual);
  await certificates.remove();
});

type Place = Pick<ConnectOptions, 'host' | 'port' | 'tls' | 'transport'>;

/** Start a server, and say how a client goes to it. */
const WAYS: Readonly<Record<string, () => Promise<Place>>> = {
  async TCP() {
    const chat = await startChat();
    return chat.endpoints.irc!;
  },
  async TLS() {
    const chat = await startChat({ tls: certificates.server });
    return { host: 'localhost', port: chat.endpoints.irc!.port, tls: true };
  },
  async WebSocket() {
    const chat = await startChat({ websocket: { host: '127.0.0.1', port: 0 } });
    return { ...chat.endpoints.web!, transport: websocket };
  },
};

describe('irc-framework', () => {
  it.each(Object.keys(WAYS))('chats, with all that it knows, over %s', async (way) => {
    const place = await WAYS[way]!();
    const founder = await FrameworkClient.connect({ ...place, nick: 'ani' });
    founder.client.raw('REGISTER', '*', '*', ACCOUNT.password);
    await founder.heard('loggedin', { account: 'ani' });
    founder.client.quit('sebentar');
    await founder.heard('close');

    const ani = await FrameworkClient.connect({
      ...place,
      nick: 'ani',
      account: ACCOUNT,
      enable_echomessage: true,
      enable_setname: true,
    });
    await ani.heard('loggedin', { account: 'ani' });
    expect(ani.events('sasl failed')).toEqual([]);
    const budi = await FrameworkClient.connect({ ...place, nick: 'budi' });
    budi.client.join('#kelas');
    await budi.heard('join', { nick: 'budi', channel: '#kelas' });
    ani.client.join('#kelas');
    await budi.heard('join', { nick: 'ani', channel: '#kelas', account: 'ani', gecos: 'ircbot' });
    const { users } = await ani.heard('userlist', { channel: '#kelas' });
    expect(users).toMatchObject([
      { nick: 'budi', modes: ['o'] },
      { nick: 'ani', modes: [] },
    ]);

    await talk(ani, budi);
    await tellsOfPeople(ani, budi, way === 'TLS');
    await readsHistory(ani);
    for (const one of [ani, budi]) expect(one.events('irc error')).toEqual([]);
    const unknown = [...ani.events('unknown command'), ...budi.events('unknown command')];
    // It has no events for some numerics (003, 251), and none for the answer to REGISTER.
    const words = unknown
      .map(({ command }) => String(command))
      .filter((command) => /^\D/.test(command));
    expect(words).toEqual(['REGISTER']);
  });

  it('reconnects when the server comes back, logs in again, and reads what it has missed', async () => {
    const dataDir = await makeTestFolder();
    const { host, port } = await freeEndpoint();
    const start = () => startChat({ dataDir }, '--port', String(port));
    const first = await start();
    const founder = await first.join('ani');
    await founder.ask(`REGISTER * * ${ACCOUNT.password}`);
    founder.close();
    const ani = await FrameworkClient.connect({
      host,
      port,
      nick: 'ani',
      account: ACCOUNT,
      auto_reconnect_max_retries: 20,
      ping_interval: SETTLED_MS / 1000 + 1,
    });
    ani.client.on('registered', () => ani.client.join('#kelas'));
    ani.client.join('#kelas');
    await ani.heard('userlist', { channel: '#kelas' });
    await ani.heard('pong', {}, 1); // the first answers the PING of its registration
    await first.program.stop('SIGTERM');
    await ani.heard('reconnecting');

    const second = await start();
    const budi = await second.join('budi');
    await budi.ask('JOIN #kelas', 'PRIVMSG #kelas :untuk ani');
    await ani.heard('registered', {}, 1);
    await ani.heard('loggedin', { account: 'ani' }, 1);
    await budi.until(/^:ani!\S+ JOIN #kelas$/);
    await ani.heard('userlist', { channel: '#kelas' }, 1);
    ani.client.raw('CHATHISTORY LATEST #kelas * 10');
    const batch = await ani.heard('batch end', { type: 'chathistory' });
    expect(batch.commands).toMatchObject([{ command: 'PRIVMSG', params: ['#kelas', 'untuk ani'] }]);
  });
});

/** Words, an action, a topic: with tags, and told to their author, too. */
async function talk(ani: FrameworkClient, budi: FrameworkClient): Promise<void> {
  ani.client.say('#kelas', 'Halo é🙂');
  const said = { nick: 'ani', target: '#kelas', message: 'Halo é🙂', type: 'privmsg' };
  const [heard, echoed] = [await budi.heard('message', said), await ani.heard('message', said)];
  for (const { account, tags, time } of [heard, echoed]) {
    expect(account).toBe('ani');
    expect(Math.abs(Number(time) - Date.now())).toBeLessThan(180_000);
    expect((tags as ClientEvent).msgid).toEqual(expect.stringMatching(/./));
  }
  expect((heard.tags as ClientEvent).msgid).toBe((echoed.tags as ClientEvent).msgid);
  ani.client.action('#kelas', 'melambai');
  await budi.heard('action', { nick: 'ani', target: '#kelas', message: 'melambai' });
  budi.client.setTopic('#kelas', 'Bab 1: é🙂');
  await ani.heard('topic', { channel: '#kelas', topic: 'Bab 1: é🙂', nick: 'budi' });
  budi.client.say('ani', 'berdua saja');
  await ani.heard('privmsg', { nick: 'budi', target: 'ani', message: 'berdua saja' });
}

/** Who is away, who logs in, who is renamed, and what one can ask about them. */
async function tellsOfPeople(
  ani: FrameworkClient,
  budi: FrameworkClient,
  isSecure: boolean,
): Promise<void> {
  ani.client.raw('AWAY', 'sedang makan');
  await budi.heard('away', { nick: 'ani', message: 'sedang makan' });
  ani.client.raw('AWAY');
  await budi.heard('back', { nick: 'ani' });
  budi.client.raw('REGISTER', '*', '*', 'rahasia456');
  await ani.heard('account', { nick: 'budi', account: 'budi' });
  budi.client.raw('SETNAME', 'Budi Santoso');
  await ani.heard('user updated', { nick: 'budi', new_gecos: 'Budi Santoso' });
  budi.client.changeNick('budiman');
  await ani.heard('nick', { nick: 'budi', new_nick: 'budiman' });

  const whois = await new Promise<ClientEvent>((done) => ani.client.whois('budiman', done));
  expect(whois).toMatchObject({
    nick: 'budiman',
    real_name: 'Budi Santoso',
    server: 'kelas.uji',
    account: 'budi',
    channels: '@#kelas',
    idle: expect.stringMatching(/^\d+$/),
  });
  expect(Boolean(whois.secure)).toBe(isSecure);
  const who = await new Promise<ClientEvent>((done) => ani.client.who('#kelas', done));
  expect(who.users).toMatchObject([
    { nick: 'budiman', account: 'budi', real_name: 'Budi Santoso', channel: '#kelas' },
    { nick: 'ani', account: 'ani' },
  ]);
}

async function readsHistory(ani: FrameworkClient): Promise<void> {
  ani.client.raw('CHATHISTORY LATEST #kelas * 10');
  const { params, commands } = await ani.heard('batch end', { type: 'chathistory' });
  expect(params).toEqual(['#kelas']);
  expect(commands).toMatchObject([
    { command: 'PRIVMSG', nick: 'ani', params: ['#kelas', 'Halo é🙂'] },
    { command: 'PRIVMSG', nick: 'ani', params: ['#kelas', '\u0001ACTION melambai\u0001'] },
  ]);
}
