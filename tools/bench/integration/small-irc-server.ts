import { once } from 'node:events';
import { createServer, type AddressInfo, type Server, type Socket } from 'node:net';
import { createInterface } from 'node:readline';

/** What a member is sent for a line that another said, or oneself. */
export type Delivery = (
  line: string,
  to: { readonly own: boolean; readonly first: boolean },
) => string;

interface SmallIrcServerOptions {
  /** Default: each of the others gets the line. */
  readonly delivery?: Delivery;
  /** What a newcomer is told in place of 001. */
  readonly refusal?: string;
  /** Whether what is sent leaves in pieces of one byte. */
  readonly dribbles?: boolean;
}

const TO_THE_OTHERS: Delivery = (line, { own }) => (own ? '' : line);

/** Knows enough of IRC for the load generator, and can be told to do it wrong. */
export class SmallIrcServer {
  readonly #options: SmallIrcServerOptions;
  readonly #channels = new Map<string, Socket[]>();
  readonly #server: Server;

  static async start(options: SmallIrcServerOptions = {}): Promise<SmallIrcServer> {
    const small = new SmallIrcServer(options);
    small.#server.listen(0, '127.0.0.1');
    await once(small.#server, 'listening');
    return small;
  }

  private constructor(options: SmallIrcServerOptions) {
    this.#options = options;
    this.#server = createServer({ noDelay: true }, (socket) => this.#serve(socket));
  }

  get port(): number {
    return (this.#server.address() as AddressInfo).port;
  }

  /** Members in each channel that somebody has joined. */
  get sizes(): number[] {
    return [...this.#channels.values()].map((members) => members.length);
  }

  async close(): Promise<void> {
    const closed = once(this.#server, 'close');
    this.#server.close();
    await closed;
  }

  #serve(socket: Socket): void {
    socket.on('error', () => undefined); // a member has gone
    const lines = createInterface({ input: socket });
    lines.on('line', (line) => this.#take(socket, line));
    lines.on('error', () => undefined); // the same one, passed on
  }

  #take(socket: Socket, line: string): void {
    const [command = '', channel = ''] = line.split(' ');
    const members = this.#channels.get(channel) ?? [];
    if (command === 'USER') this.#send(socket, 'PING :are-you-there\r\n');
    if (line === 'PONG :are-you-there') this.#welcome(socket);
    if (command === 'JOIN') {
      this.#channels.set(channel, [...members, socket]);
      this.#send(socket, `:small.example 366 you ${channel} :End of NAMES\r\n`);
    }
    if (command === 'PRIVMSG') {
      const { delivery = TO_THE_OTHERS } = this.#options;
      for (const member of members) {
        const to = { own: member === socket, first: member === members[0] };
        this.#send(member, delivery(`:you!~you@small.example ${line}\r\n`, to));
      }
    }
    if (command === 'QUIT') socket.end();
  }

  #welcome(socket: Socket): void {
    const { refusal } = this.#options;
    if (refusal === undefined) this.#send(socket, ':small.example 001 you :Welcome\r\n');
    else socket.end(refusal);
  }

  #send(socket: Socket, text: string): void {
    if (this.#options.dribbles) for (const byte of text) socket.write(byte);
    else if (text !== '') socket.write(text);
  }
}
