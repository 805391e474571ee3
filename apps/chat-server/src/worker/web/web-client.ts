import { CodedError } from '@praktikum/protocol';
import type { Connection } from '@praktikum/socket-pool';
import type { RawData, WebSocket } from 'ws';
import { SHUTDOWN } from '../farewell.ts';
import type { Inbox } from '../inbox.ts';
import { MAX_QUEUED_BYTES, type Transport } from '../transport.ts';

/** Close codes of WebSocket (RFC 6455 section 7.4.1). */
const [NORMAL, GOING_AWAY] = [1000, 1001];

const [CR, LF] = [0x0d, 0x0a];
const LINE_END = Buffer.from('\n');

/** One client that speaks IRC over WebSocket: each message is one line without its end (IRCv3 WebSocket). */
export class WebClient implements Transport {
  readonly connection: Connection;
  readonly host: string;
  readonly #socket: WebSocket;
  readonly #isBinary: boolean;
  /** Lines with their ends that have come while reading was being paused. */
  readonly #waiting: Buffer[] = [];
  #inbox: Inbox | undefined;
  #isTaking = false;

  /** @param host the address that it comes from, behind a proxy too */
  constructor(socket: WebSocket, connection: Connection, host: string) {
    this.#socket = socket;
    this.connection = connection;
    this.host = host;
    this.#isBinary = socket.protocol === 'binary.ircv3.net';
    connection.goodbye = () => {
      this.#send(Buffer.from(`ERROR :${SHUTDOWN}`));
      socket.close(GOING_AWAY);
      return undefined;
    };
  }

  /** Begins to read for this inbox. */
  start(inbox: Inbox): void {
    this.#inbox = inbox;
    this.#socket.on('message', (data) => this.#received(data));
    // A frame against the rules, a message too long: `ws` closes this one with the code for it.
    this.#socket.on('error', () => undefined);
    this.#socket.on('close', () => {
      inbox.close();
      this.connection.close();
    });
  }

  get queued(): number {
    return this.#socket.bufferedAmount;
  }

  write(lines: Buffer): void {
    if (this.queued + lines.length > MAX_QUEUED_BYTES) {
      const limit = MAX_QUEUED_BYTES;
      this.connection.close(
        new CodedError('ERR_SEND_QUEUE', `more than ${limit} bytes wait`, { details: { limit } }),
      );
      return;
    }
    let start = 0;
    for (let end = lines.indexOf(LF); end !== -1; end = lines.indexOf(LF, start)) {
      this.#send(lines.subarray(start, lines[end - 1] === CR ? end - 1 : end));
      start = end + 1;
    }
  }

  close(why: 'done' | 'shutdown'): void {
    this.#socket.close(why === 'done' ? NORMAL : GOING_AWAY);
    this.connection.close();
  }

  #send(line: Buffer): void {
    if (this.#socket.readyState !== this.#socket.OPEN) return;
    this.#socket.send(line, { binary: this.#isBinary });
  }

  #received(data: RawData): void {
    const bytes = Buffer.isBuffer(data) ? data : Buffer.from(data as ArrayBuffer);
    this.#waiting.push(Buffer.concat([bytes, LINE_END]));
    if (!this.#isTaking) void this.#take();
  }

  async #take(): Promise<void> {
    this.#isTaking = true;
    for (let line = this.#waiting.shift(); line !== undefined; line = this.#waiting.shift()) {
      const taken = this.#inbox!.receive(line);
      if (taken !== undefined) await this.#pausedFor(taken);
    }
    this.#isTaking = false;
  }

  /** Reads no more until then; the frames of what was read already still come, and wait. */
  async #pausedFor(over: Promise<void>): Promise<void> {
    this.#socket.pause();
    const release = this.connection.hold();
    await over;
    release();
    if (this.#socket.readyState === this.#socket.OPEN) this.#socket.resume();
  }
}
