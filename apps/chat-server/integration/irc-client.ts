import { LineSplitter, parseMessage, type Message } from '@praktikum/irc';
import { ScriptedClient } from '@praktikum/peers';
import type { Endpoint } from '@praktikum/protocol';

export interface IrcClientOptions {
  /** Default: the first listener of the server. */
  readonly endpoint?: Endpoint;
  readonly tls?: { readonly ca: string; readonly servername: string };
  /** To be asked for before it registers. */
  readonly capabilities?: readonly string[];
  /** Name and password of an account to log in to. */
  readonly account?: readonly [name: string, password: string];
  readonly password?: string;
}

/** A message that matches what is looked for: its command, and the parameters that are given. */
type Wanted = string | RegExp;

/** A client of the tests: sends lines, and reads them one after the other. */
export class IrcClient {
  readonly peer: ScriptedClient;
  nick = '*';
  readonly #splitter = new LineSplitter();
  readonly #lines: string[] = [];
  #read = 0;
  #syncs = 0;

  static async connect(endpoint: Endpoint, { tls }: IrcClientOptions = {}): Promise<IrcClient> {
    const options = { ...(tls && { tls }), maxReceivedBytes: 64 * 1024 * 1024 };
    return new IrcClient(await ScriptedClient.connect(endpoint, options));
  }

  private constructor(peer: ScriptedClient) {
    this.peer = peer;
  }

  close(): void {
    this.peer.close();
  }

  async send(...lines: readonly string[]): Promise<void> {
    await this.peer.send(lines.map((line) => `${line}\r\n`).join(''));
  }

  async register(
    nick: string,
    { capabilities, account, password }: IrcClientOptions = {},
  ): Promise<void> {
    const asked = [...(capabilities ?? []), ...(account ? ['sasl'] : [])];
    await this.send('CAP LS 302');
    if (password !== undefined) await this.send(`PASS ${password}`);
    if (asked.length > 0) {
      await this.send(`CAP REQ :${asked.join(' ')}`);
      await this.until(/ CAP \S+ ACK /);
    }
    await this.send(`NICK ${nick}`, `USER ${nick} 0 * :${nick} asli`);
    if (account) await this.logIn(...account);
    await this.send('CAP END');
    await this.until(/ 001 /);
    this.nick = nick;
    await this.sync();
  }

  async logIn(name: string, password: string): Promise<void> {
    const plain = Buffer.from(`\0${name}\0${password}`).toString('base64');
    await this.send('AUTHENTICATE PLAIN', `AUTHENTICATE ${plain}`);
    await this.until(/ 903 /);
  }

  /** Everything up to the answer to a PING of its own: what came before has been worked through. */
  async sync(): Promise<string[]> {
    const token = `sync-${++this.#syncs}`;
    await this.send(`PING ${token}`);
    return (await this.until(new RegExp(` PONG \\S+ :?${token}$`))).slice(0, -1);
  }

  /** Reads on until a line matches; gives all lines up to that one. */
  async until(wanted: Wanted): Promise<string[]> {
    const before = this.#read;
    let at = -1;
    await this.peer.receiveUntil(String(wanted), () => {
      this.#splitNew();
      at = this.#lines.findIndex((line, index) => index >= before && matches(line, wanted));
      return at !== -1;
    });
    this.#read = at + 1;
    return this.#lines.slice(before, at + 1);
  }

  /** The next line that matches. */
  async next(wanted: Wanted): Promise<Message> {
    return parseMessage((await this.until(wanted)).at(-1)!)!;
  }

  /** The lines that have come and have not been read, once all that was sent before has been answered. */
  async ask(...lines: readonly string[]): Promise<string[]> {
    await this.send(...lines);
    return this.sync();
  }

  #taken = 0;

  #splitNew(): void {
    const { received } = this.peer;
    const decoded = this.#splitter.push(received.subarray(this.#taken));
    this.#taken = received.length;
    for (const one of decoded) this.#lines.push('line' in one ? one.line : `(${one.failure})`);
  }
}

function matches(line: string, wanted: Wanted): boolean {
  return typeof wanted === 'string' ? line.includes(wanted) : wanted.test(line);
}
