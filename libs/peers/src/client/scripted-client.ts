import type { Socket } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';
import type { CodedError, Endpoint } from '@praktikum/protocol';
import { dribble } from '../dribble.ts';
import { peerError, type PeerErrorCode } from '../peer-error.ts';
import { reset } from '../reset.ts';
import { Waits } from '../waits.ts';
import { flood } from './flood.ts';
import { openConnection, type OpenConnection } from './open-connection.ts';
import {
  completeOptions,
  type CompleteClientOptions,
  type ScriptedClientOptions,
} from './scripted-client-options.ts';

/** Between two tries to reach a server that does not listen yet. */
const RETRY_MS = 20;

/** What is shown of what has come, in an error. */
const SHOWN_BYTES = 200;

/** A client that does just what a script says, half-close and reset included. */
export class ScriptedClient {
  readonly socket: Socket;
  /** How it ended: undefined while it is open, `end` after a FIN, otherwise the error's code. */
  outcome: string | undefined;
  readonly #transport: Socket;
  readonly #options: CompleteClientOptions;
  readonly #waits = new Waits();
  #received: Buffer[] = [];
  #length = 0;

  /** @throws the system's error (`ECONNREFUSED`), or CodedError `ERR_PEER_TIMEOUT` */
  static connect(endpoint: Endpoint, options: ScriptedClientOptions = {}): Promise<ScriptedClient> {
    const complete = completeOptions(options);
    const attach = (connection: OpenConnection) => new ScriptedClient(connection, complete);
    return openConnection(endpoint, complete.tls, complete.timeoutMs, attach);
  }

  /** The same, for a server that cannot say when it listens: it is tried until the deadline. */
  static async connectOnceItListens(
    endpoint: Endpoint,
    options: ScriptedClientOptions = {},
  ): Promise<ScriptedClient> {
    const latest = performance.now() + completeOptions(options).timeoutMs;
    for (;;) {
      try {
        return await ScriptedClient.connect(endpoint, options);
      } catch (error) {
        if (performance.now() > latest) throw error;
        await sleep(RETRY_MS);
      }
    }
  }

  private constructor({ socket, transport }: OpenConnection, options: CompleteClientOptions) {
    this.socket = socket;
    this.#transport = transport;
    this.#options = options;
    socket.on('data', (chunk: Buffer) => this.#take(chunk));
    socket.on('drain', () => this.#waits.changed());
    socket.on('end', () => this.#end('end'));
    socket.on('error', (error: NodeJS.ErrnoException) => this.#end(error.code ?? 'error'));
    socket.on('close', () => this.#end('close'));
  }

  /** All that has come so far. */
  get received(): Buffer {
    if (this.#received.length > 1) this.#received = [Buffer.concat(this.#received)];
    return this.#received[0] ?? Buffer.alloc(0);
  }

  /** Resolves when the bytes have been handed to the system: a slow peer is felt here. */
  async send(bytes: string | Uint8Array): Promise<void> {
    const { socket } = this;
    if (socket.write(bytes)) return;
    await this.#first('room to send', () => {
      if (socket.destroyed) throw this.#ended('before all was taken');
      return !socket.writableNeedDrain || undefined;
    });
  }

  /** Sends every byte with a write of its own, each in a turn of its own of the event loop. */
  dribble(bytes: string | Uint8Array): Promise<void> {
    return dribble(this.socket, bytes);
  }

  /**
   * Reads no longer, and sends. Resolves when nothing more is taken, because every buffer on the way is
   * full, or when all is taken. What is left is sent when there is room again.
   * @param options.end half-closes behind the last byte
   */
  flood(bytes: Uint8Array, { end = false } = {}): Promise<void> {
    this.socket.pause();
    return flood(this.socket, bytes, end);
  }

  /** FIN: nothing more will be sent; what comes back is still read. */
  halfClose(): void {
    this.socket.end();
  }

  /** RST. */
  reset(): void {
    reset(this.socket, this.#transport);
  }

  close(): void {
    this.socket.destroy();
  }

  /** Sends bytes past TLS: what a broken or hostile peer would send in the middle of a session. */
  sendBelowTls(bytes: Uint8Array): void {
    this.#transport.write(bytes);
  }

  /** Waits until so many bytes have come and gives all that came. */
  async receive(length: number): Promise<Buffer> {
    await this.#until(`${length} bytes`, () => this.#length >= length);
    return this.received;
  }

  /** Waits until the received bytes, as text, end with this. */
  async receiveText(text: string): Promise<string> {
    const received = await this.receiveUntil(JSON.stringify(text), (bytes) =>
      bytes.toString().endsWith(text),
    );
    return received.toString();
  }

  /**
   * Waits until what has come makes this true, and gives all that came.
   * @throws CodedError `ERR_PEER_TIMEOUT`, or `ERR_PEER_ENDED` when nothing more can come
   */
  async receiveUntil(what: string, isReached: (received: Buffer) => boolean): Promise<Buffer> {
    await this.#until(what, () => isReached(this.received));
    return this.received;
  }

  /** Waits for the peer's FIN and gives all that came before it. */
  async receiveToEnd(): Promise<Buffer> {
    if ((await this.receiveOutcome()) !== 'end') throw this.#ended('and not by a FIN');
    return this.received;
  }

  /** Waits until the connection is over, in whatever way. */
  receiveOutcome(): Promise<string> {
    return this.#first('the end', () => this.outcome);
  }

  #take(chunk: Buffer): void {
    if (this.#length + chunk.length > this.#options.maxReceivedBytes) {
      this.#end('ERR_PEER_RECEIVED_TOO_MUCH');
      return this.close();
    }
    this.#length += chunk.length;
    this.#received.push(chunk);
    this.#waits.changed();
  }

  #end(outcome: string): void {
    this.outcome ??= outcome;
    this.#waits.changed();
  }

  async #until(what: string, isReached: () => boolean): Promise<void> {
    await this.#first(what, () => {
      if (isReached()) return true;
      if (this.outcome !== undefined) throw this.#ended(`before ${what}`);
      return undefined;
    });
  }

  #first<T>(what: string, find: () => T | undefined): Promise<T> {
    const { timeoutMs } = this.#options;
    return this.#waits.first(find, timeoutMs, () =>
      this.#error('ERR_PEER_TIMEOUT', `waited ${timeoutMs} ms in vain for ${what}`),
    );
  }

  #ended(how: string): CodedError {
    const code = this.outcome === 'ERR_PEER_RECEIVED_TOO_MUCH' ? this.outcome : 'ERR_PEER_ENDED';
    return this.#error(code, `the connection ended by ${this.outcome} ${how}`);
  }

  #error(code: PeerErrorCode, text: string): CodedError {
    const shown = this.received.subarray(0, SHOWN_BYTES).toString('latin1');
    return peerError(code, `${text}; ${this.#length} bytes had come: ${JSON.stringify(shown)}`);
  }
}
