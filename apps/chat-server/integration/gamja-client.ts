import { afterEach } from '@jest/globals';
import { once } from 'node:events';
import { parseMessage, type Message } from '@praktikum/irc';
import type { Endpoint } from '@praktikum/protocol';
import { WebSocket } from 'ws';

/** Longest wait for a line. */
const TIMEOUT_MS = 60_000;

/** What gamja asks for, as far as it is offered. */
export const GAMJA_CAPABILITIES: readonly string[] = [
  'account-notify',
  'account-tag',
  'away-notify',
  'batch',
  'cap-notify',
  'chghost',
  'echo-message',
  'extended-join',
  'extended-monitor',
  'invite-notify',
  'labeled-response',
  'message-tags',
  'multi-prefix',
  'sasl',
  'server-time',
  'setname',
  'userhost-in-names',
  'draft/account-registration',
  'draft/chathistory',
  'draft/message-redaction',
  'draft/read-marker',
];

const sockets: WebSocket[] = [];
afterEach(() => {
  for (const socket of sockets.splice(0)) socket.terminate();
});

/** Speaks over WebSocket as gamja does: no subprotocol, a line a frame, a label on what is to be answered. */
export class GamjaClient {
  readonly messages: Message[] = [];
  /** Frames that hold no line of IRC, or are not text. */
  readonly oddities: string[] = [];
  readonly #socket: WebSocket;
  #labels = 0;

  static async connect({ host, port }: Endpoint): Promise<GamjaClient> {
    const client = new GamjaClient(new WebSocket(`ws://${host}:${port}/`));
    await once(client.#socket, 'open');
    return client;
  }

  private constructor(socket: WebSocket) {
    sockets.push(socket);
    this.#socket = socket;
    socket.on('message', (data: Buffer, isBinary) => {
      const message = parseMessage(data.toString());
      if (message === undefined || isBinary || /[\r\n]/.test(data.toString())) {
        this.oddities.push(data.toString());
      } else this.messages.push(message);
      socket.emit('told');
    });
  }

  send(...lines: readonly string[]): void {
    for (const line of lines) this.#socket.send(line);
  }

  /**
   * Registers without waiting for answers but for that of CAP LS, as gamja does.
   * @param account name and password, to log in with
   * @returns the capabilities that it was offered and has asked for
   */
  async register(
    nick: string,
    account?: readonly [name: string, password: string],
  ): Promise<string[]> {
    this.send('CAP LS 302', `NICK ${nick}`, `USER ${nick} 0 * :${nick}`);
    const { params } = await this.until(
      ({ command, params }) => command === 'CAP' && params[1] === 'LS',
    );
    const offered = params
      .at(-1)!
      .split(' ')
      .map((one) => one.split('=')[0]!);
    const asked = GAMJA_CAPABILITIES.filter((name) => offered.includes(name));
    this.send(`CAP REQ :${asked.join(' ')}`);
    if (account) {
      const plain = Buffer.from(`\0${account.join('\0')}`).toString('base64');
      this.send('AUTHENTICATE PLAIN', `AUTHENTICATE ${plain}`);
    }
    this.send('CAP END');
    await this.until(({ command }) => command === '376'); // where the list of ISUPPORT has ended
    return asked;
  }

  /** The first message that matches; past ones count too. */
  async until(matches: (message: Message) => boolean): Promise<Message> {
    return this.#wait(String(matches), () => this.messages.find(matches));
  }

  /** Sends a line with a label, and gives what is said in answer: one message, all those of a batch, or none. */
  async request(line: string): Promise<Message[]> {
    const label = String(++this.#labels);
    this.send(`@label=${label} ${line}`);
    const find = ({ tags }: Message) => tags.get('label') === label;
    const first = await this.#wait(`an answer to ${line}`, () => this.messages.find(find));
    if (first.command === 'ACK') return [];
    if (first.command !== 'BATCH') return [first];
    const name = first.params[0]!.slice(1);
    const isEnd = ({ command, params }: Message) => command === 'BATCH' && params[0] === `-${name}`;
    await this.#wait(`the end of the answer to ${line}`, () => this.messages.find(isEnd));
    const names = new Set([name]);
    // `BATCH +2 chathistory #kelas` may be a part of a batch itself.
    return this.messages.filter(({ command, params, tags }) => {
      const isPart = names.has(tags.get('batch') ?? '');
      if (isPart && command === 'BATCH') names.add(params[0]!.slice(1));
      return isPart;
    });
  }

  async #wait<T>(what: string, find: () => T | undefined): Promise<T> {
    const signal = AbortSignal.timeout(TIMEOUT_MS);
    for (;;) {
      const found = find();
      if (found !== undefined) return found;
      await once(this.#socket, 'told', { signal }).catch(() => {
        const told = this.messages.map(({ command, params }) => `${command} ${params.join(' ')}`);
        throw new Error(`waited in vain for ${what}:\n${told.join('\n')}`);
      });
    }
  }
}
