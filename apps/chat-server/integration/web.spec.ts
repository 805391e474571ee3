import { afterEach, describe, expect, it } from '@jest/globals';
import { once } from 'node:events';
import { ScriptedClient } from '@praktikum/peers';
import type { Endpoint } from '@praktikum/protocol';
import { WebSocket, type ClientOptions } from 'ws';
import { startChat, type StartedChat } from './start-chat.ts';

const WEB = { websocket: { host: '127.0.0.1', port: 0 } };

const sockets: WebSocket[] = [];
afterEach(() => {
  for (const socket of sockets.splice(0)) socket.terminate();
});

/** A WebSocket client, and what it has been sent, one entry a message. */
class WebPeer {
  readonly socket: WebSocket;
  readonly messages: { text: string; isBinary: boolean }[] = [];

  constructor(endpoint: Endpoint, protocols: readonly string[] = [], options: ClientOptions = {}) {
    this.socket = new WebSocket(`ws://${endpoint.host}:${endpoint.port}/`, [...protocols], options);
    sockets.push(this.socket);
    this.socket.on('error', () => undefined);
    this.socket.on('message', (data: Buffer, isBinary) => {
      this.messages.push({ text: data.toString(), isBinary });
      this.socket.emit('told');
    });
  }

  async until(pattern: RegExp): Promise<string> {
    for (;;) {
      const found = this.messages.find(({ text }) => pattern.test(text));
      if (found) return found.text;
      await once(this.socket, 'told');
    }
  }

  async register(nick: string): Promise<this> {
    await once(this.socket, 'open');
    for (const line of [`NICK ${nick}`, `USER ${nick} 0 * :${nick}`, 'JOIN #ruang'])
      this.socket.send(line);
    await this.until(/ 366 /);
    return this;
  }
}

const webOf = (chat: StartedChat): Endpoint => chat.endpoints.web!;

describe('WebSocket', () => {
  it.each([
    [[], '', false],
    [['text.ircv3.net'], 'text.ircv3.net', false],
    [['binary.ircv3.net', 'text.ircv3.net'], 'binary.ircv3.net', true],
    [['lain', 'text.ircv3.net'], 'text.ircv3.net', false],
    [['lain'], '', false],
  ])(
    'speaks IRC, one line a message, with the subprotocols %j',
    async (offered, chosen, isBinary) => {
      const chat = await startChat(WEB);
      const irc = await chat.join('ani');
      await irc.ask('JOIN #ruang');
      const web = new WebPeer(webOf(chat), offered);
      // A client that offers what the server does not have may give up; it is not refused here.
      if (offered.length > 0 && chosen === '') {
        const [error] = (await once(web.socket, 'error')) as [Error];
        return expect(error.message).toContain('no subprotocol');
      }
      await web.register('web');
      expect(web.socket.protocol).toBe(chosen);
      expect(web.messages.every((message) => message.isBinary === isBinary)).toBe(true);
      expect(web.messages.some(({ text }) => /[\r\n]/.test(text))).toBe(false);
      web.socket.send('PRIVMSG #ruang :dari web é🙂\r\n');
      await irc.until(/^:web!\S+ PRIVMSG #ruang :dari web é🙂$/);
      await irc.send('PRIVMSG #ruang :dari irc', 'PRIVMSG #ruang :lagi');
      await web.until(/PRIVMSG #ruang :?lagi/);
      expect(web.messages.filter(({ text }) => text.includes('dari irc'))).toHaveLength(1);
    },
  );

  it('lets a page of its own connect, one that is listed, and no other', async () => {
    const chat = await startChat({ ...WEB, origins: ['https://sekolah.id'] });
    const { host, port } = webOf(chat);
    for (const origin of [`http://${host}:${port}`, 'https://sekolah.id']) {
      await new WebPeer(webOf(chat), [], { origin }).register(`n${origin.length}`);
    }
    const foreign = new WebPeer(webOf(chat), [], { origin: 'https://jahat.example' });
    const [error] = (await once(foreign.socket, 'error')) as [Error];
    expect(error.message).toContain('403');
  });

  it('says goodbye with 1001 when the server stops, and ERROR before it', async () => {
    const chat = await startChat(WEB);
    const web = await new WebPeer(webOf(chat)).register('web');
    const closed = once(web.socket, 'close');
    expect((await chat.program.stop('SIGTERM')).code).toBe(0);
    expect((await closed)[0]).toBe(1001);
    expect(web.messages.at(-1)?.text).toMatch(/^ERROR :/);
  });

  it('tells the others of one whose connection is lost', async () => {
    const chat = await startChat(WEB);
    const irc = await chat.join('ani');
    await irc.ask('JOIN #ruang');
    const web = await new WebPeer(webOf(chat)).register('web');
    web.socket.terminate();
    await irc.until(/^:web!\S+ QUIT :/);
  });

  it.each([
    ['a frame against the rules', Buffer.from([0xff, 0x80, 0, 0, 0, 0])],
    ['a frame that is not masked', Buffer.from([0x81, 0x02, 0x61, 0x62])],
    ['text that is not UTF-8', maskedText(Buffer.from([0xff, 0xfe]))],
    ['a message that is too long', maskedText(Buffer.alloc(60_000, 'x'))],
  ])('%s costs its client the connection, and nobody else', async (_, frame) => {
    const chat = await startChat(WEB, '--workers', '1');
    const other = await new WebPeer(webOf(chat)).register('lain');
    const bad = await ScriptedClient.connect(webOf(chat));
    await bad.send(UPGRADE);
    await bad.receiveText('\r\n\r\n');
    await bad.send(frame);
    await bad.receiveOutcome();
    other.socket.send('PING masih');
    await other.until(/PONG \S+ masih/);
  });

  it('closes a client whose message is too long, and no other', async () => {
    const chat = await startChat(WEB);
    const web = await new WebPeer(webOf(chat)).register('web');
    web.socket.send('x'.repeat(20_000));
    expect((await once(web.socket, 'close'))[0]).toBe(1009);
  });

  it('waits no longer than it says for a client that has closed', async () => {
    const chat = await startChat(WEB);
    const lines = await chat.join('ani');
    await lines.ask('JOIN #ruang');
    const client = await ScriptedClient.connect(webOf(chat));
    await client.send(UPGRADE);
    for (const line of ['NICK web', 'USER web 0 * :Web', 'JOIN #ruang']) {
      await client.send(maskedText(Buffer.from(line)));
    }
    await lines.until(/^:web!\S+ JOIN /);
    const began = performance.now();
    await client.send(Buffer.from([0x88, 0x80, 0, 0, 0, 0])); // close, and no FIN
    await lines.until(/^:web!\S+ QUIT /);
    expect(performance.now() - began).toBeLessThan(20_000); // `ws` itself waits for 30 s
  });

  it('cuts off a client that does not read, and no other', async () => {
    const chat = await startChat(WEB, '--workers', '1');
    const lines = await chat.join('ani');
    await lines.ask('JOIN #ruang');
    const slow = await new WebPeer(webOf(chat)).register('lambat');
    slow.socket.pause();
    const text = 'x'.repeat(400);
    const gone = lines.until(/^:lambat!\S+ QUIT :Send queue exceeded/);
    let isGone = false;
    void gone.then(() => (isGone = true));
    while (!isGone) {
      await lines.send(...Array.from({ length: 500 }, () => `PRIVMSG #ruang :${text}`));
      await new Promise((resolve) => setImmediate(resolve));
    }
    await gone;
  });
});

describe('HTTP', () => {
  it.each([
    ['a page', 'GET / HTTP/1.1\r\nHost: a\r\n\r\n', 200],
    ['HEAD', 'HEAD / HTTP/1.1\r\nHost: a\r\n\r\n', 200],
    ['a page that is not there', 'GET /rahasia HTTP/1.1\r\nHost: a\r\n\r\n', 404],
    ['POST', 'POST / HTTP/1.1\r\nHost: a\r\nContent-Length: 2\r\n\r\nab', 405],
    ['a path that is none', 'GET // HTTP/1.1\r\nHost: a\r\n\r\n', 404],
    ['a broken request', 'GET //x y HTTP/1.1\r\n\r\n', 400],
    ['what expects something', 'GET / HTTP/1.1\r\nHost: a\r\nExpect: foo\r\n\r\n', 200],
    ['IRC', 'NICK ani\r\nUSER ani 0 * :Ani\r\n\r\n', 400],
    ['a large head', `GET / HTTP/1.1\r\nHost: a\r\nX: ${'y'.repeat(40_000)}\r\n\r\n`, 400],
  ])('answers %s, and ends the connection', async (_, request, status) => {
    const chat = await startChat(WEB);
    const client = await ScriptedClient.connect(webOf(chat));
    await client.send(request);
    expect(
      (await client.receiveUntil('a status', (bytes) => bytes.includes('\r\n\r\n'))).toString(),
    ).toMatch(new RegExp(`^HTTP/1.1 ${status} `));
    await client.receiveOutcome();
  });

  it('waits no longer for the head of a request than it says', async () => {
    const chat = await startChat(WEB);
    const slow = await ScriptedClient.connect(webOf(chat));
    const dribbling = setInterval(() => void slow.send('x').catch(() => undefined), 200);
    await slow.send('GET / HTTP/1.1\r\nHost: ');
    await slow.receiveOutcome();
    clearInterval(dribbling);
    await new WebPeer(webOf(chat)).register('web');
  });
});

const UPGRADE =
  'GET / HTTP/1.1\r\nHost: a\r\nConnection: Upgrade\r\nUpgrade: websocket\r\n' +
  'Sec-WebSocket-Version: 13\r\nSec-WebSocket-Key: AAAAAAAAAAAAAAAAAAAAAA==\r\n\r\n';

/** A text frame as a client sends it, with a mask of zeros. */
function maskedText(payload: Buffer): Buffer {
  const head = Buffer.from([0x81, 0x80 | 126, 0, 0, 0, 0, 0, 0]);
  head.writeUInt16BE(payload.length, 2);
  return Buffer.concat([head, payload]);
}
