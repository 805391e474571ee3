import { connect, type Socket } from 'node:net';
import { once } from 'node:events';
import { setTimeout as sleep } from 'node:timers/promises';
import { connect as secure, type ConnectionOptions } from 'node:tls';
import type { Endpoint } from '@praktikum/protocol';

/** How long a test waits for bytes before it says what came instead. */
const TIMEOUT_MS = 60_000;

export interface ScriptedClientOptions {
  /** With it the client speaks TLS; it is connected when the handshake has succeeded. */
  readonly tls?: ConnectionOptions | undefined;
}

/** A client that does just what a script says, half-close and reset included. */
export class ScriptedClient {
  readonly socket: Socket;
  /** Below TLS; the same as `socket` without it. */
  readonly #transport: Socket;
  /** How it ended: undefined while it is open, `end` after a FIN, otherwise the error's code. */
  outcome: string | undefined;
  #received: Buffer[] = [];
  #length = 0;
  readonly #watchers = new Set<() => void>();

  static async connect(
    endpoint: Endpoint,
    { tls }: ScriptedClientOptions = {},
  ): Promise<ScriptedClient> {
    const transport = connectTo(endpoint);
    if (tls === undefined) {
      const client = new ScriptedClient(transport, transport);
      await once(transport, 'connect');
      return client;
    }
    transport.on('error', () => undefined); // the socket above it says so too
    await once(transport, 'connect');
    const socket = secure({ ...tls, socket: transport });
    const client = new ScriptedClient(socket, transport);
    await once(socket, 'secureConnect');
    return client;
  }

  /** The same, for a server that cannot say when it listens; the test's own time limit ends the tries. */
  static async connectOnceItListens(endpoint: Endpoint): Promise<ScriptedClient> {
    for (;;) {
      const client = await ScriptedClient.connect(endpoint).catch(() => undefined);
      if (client !== undefined) return client;
      await sleep(20);
    }
  }

  private constructor(socket: Socket, transport: Socket) {
    this.socket = socket;
    this.#transport = transport;
    socket.on('data', (chunk: Buffer) => {
      this.#received.push(chunk);
      this.#length += chunk.length;
      this.#look();
    });
    socket.on('end', () => this.#ended('end'));
    socket.on('error', (error: NodeJS.ErrnoException) => this.#ended(error.code ?? 'error'));
    socket.on('close', () => this.#ended('close'));
  }

  get received(): Buffer {
    if (this.#received.length > 1) this.#received = [Buffer.concat(this.#received)];
    return this.#received[0] ?? Buffer.alloc(0);
  }

  /** Resolves when the bytes have been handed to the system: a slow peer is felt here. */
  async send(bytes: string | Uint8Array): Promise<void> {
    if (!this.socket.write(bytes)) await once(this.socket, 'drain');
  }

  /** Sends every byte with a write of its own, each in a turn of its own of the event loop. */
  async dribble(bytes: string | Uint8Array): Promise<void> {
    for (const byte of Buffer.from(bytes)) {
      this.socket.write(Uint8Array.of(byte));
      await new Promise((resolve) => setImmediate(resolve));
    }
  }

  /** FIN: nothing more will be sent; what comes back is still read. */
  halfClose(): void {
    this.socket.end();
  }

  /** RST. */
  reset(): void {
    this.#transport.resetAndDestroy();
  }

  close(): void {
    this.socket.destroy();
  }

  /** Waits until so many bytes have come and gives all that came. */
  async receive(length: number): Promise<Buffer> {
    await this.#until(`${length} bytes`, () => this.#length >= length || this.#over());
    return this.received;
  }

  /** Waits until the received bytes, as text, end with this. */
  async receiveText(text: string): Promise<string> {
    await this.#until(JSON.stringify(text), () => this.received.toString().endsWith(text));
    return this.received.toString();
  }

  /** Waits for the peer's FIN and gives all that came before it. */
  async receiveToEnd(): Promise<Buffer> {
    await this.#until('the end', () => this.#over());
    if (this.outcome !== 'end') throw new Error(`the connection ended by ${this.outcome}`);
    return this.received;
  }

  /** Waits until the connection is over, in whatever way. */
  async receiveOutcome(): Promise<string> {
    await this.#until('the end, or a reset', () => this.#over());
    return this.outcome ?? '';
  }

  /** Waits until nothing more can be sent: every buffer on the way is full, since nobody reads. */
  async standstill(): Promise<void> {
    let same = 0;
    for (let last = NaN; same < 20; await sleep(10)) {
      const waiting = this.socket.writableLength;
      same = waiting === last ? same + 1 : 0;
      last = waiting;
    }
  }

  /** Sends bytes past TLS: what a broken or hostile peer would send in the middle of a session. */
  sendBelowTls(bytes: Uint8Array): void {
    this.#transport.write(bytes);
  }

  #over(): boolean {
    return this.outcome !== undefined;
  }

  #ended(outcome: string): void {
    this.outcome ??= outcome;
    this.#look();
  }

  #look(): void {
    for (const look of this.#watchers) look();
  }

  #until(what: string, reached: () => boolean): Promise<void> {
    return new Promise((resolve, reject) => {
      const look = () => {
        if (!reached()) return;
        clearTimeout(timer);
        this.#watchers.delete(look);
        resolve();
      };
      const timer = setTimeout(() => {
        this.#watchers.delete(look);
        const shown = this.received.subarray(0, 200).toString('latin1');
        reject(new Error(`waited for ${what}, got ${this.#length} bytes: ${shown}`));
      }, TIMEOUT_MS);
      this.#watchers.add(look);
      look();
    });
  }
}

function connectTo({ host, port }: Endpoint): Socket {
  return connect({ host: reachable(host), port, allowHalfOpen: true, noDelay: true });
}

/** A server that listens on every address is reached by the loopback one. */
function reachable(host: string): string {
  if (host === '0.0.0.0') return '127.0.0.1';
  return host === '::' ? '::1' : host;
}
