import type { Socket } from 'node:net';
import { codeOf, CodedError, type Endpoint } from '@praktikum/protocol';
import { connectError } from '../errors/connect-error.ts';
import { timedOut } from '../open-connection.ts';
import { writeTo } from '../write-to.ts';
import type { Message } from './message.ts';
import type { ReplyView } from './reply-view.ts';
import { SilenceWatch } from './silence-watch.ts';

/**
 * How one knows that the reply is over:
 * - `close`: the server closes. This side half-closes after its last byte, so that it can;
 * - `bytes`: so many have come;
 * - `idle`: the reply has begun and the server has been silent for so long.
 */
export type ReplyEnd =
  | { readonly by: 'close' }
  | { readonly by: 'bytes'; readonly bytes: number }
  | { readonly by: 'idle'; readonly ms: number };

export interface ExchangeOptions {
  readonly endpoint: Endpoint;
  /** Longest silence of the server. */
  readonly timeoutMs: number;
  readonly replyEnd: ReplyEnd;
  readonly signal: AbortSignal;
}

/**
 * Sends a message and shows what comes back, both at the same time: a server that echoes stops
 * reading while nobody takes its echo, so one after the other would stand still with a long message.
 */
export class Exchange {
  readonly #socket: Socket;
  readonly #options: ExchangeOptions;
  readonly #watch: SilenceWatch;
  readonly #over = new AbortController();
  #sent = 0;
  #received = 0;
  #allSent = false;
  readonly #idle = Promise.withResolvers<void>();
  #idleTimer: NodeJS.Timeout | undefined;

  constructor(socket: Socket, options: ExchangeOptions) {
    this.#socket = socket;
    this.#options = options;
    const { timeoutMs, signal } = options;
    this.#watch = new SilenceWatch(socket, timeoutMs, () => this.#silent());
    signal.addEventListener('abort', () => socket.destroy(signal.reason as Error), {
      signal: this.#over.signal,
    });
  }

  /**
   * @throws CodedError `ECONNRESET`, `ETIMEDOUT`, `ERR_NO_ANSWER`, `ERR_INCOMPLETE_ANSWER`,
   *   `ERR_CLOSED_EARLY`, `ERR_FILE`
   */
  async run(message: Message, view: ReplyView): Promise<void> {
    const { endpoint, timeoutMs, signal } = this.#options;
    try {
      // Sending that succeeds is not the end; sending that fails is.
      const sending = this.#send(message.chunks).then(() => new Promise<never>(() => undefined));
      await Promise.race([sending, this.#receive(view), this.#idle.promise]);
      signal.throwIfAborted();
      this.#judge();
    } catch (error) {
      throw connectError(this.#firstReason(error), endpoint, timeoutMs);
    } finally {
      this.#over.abort();
      this.#watch.stop();
      clearTimeout(this.#idleTimer);
    }
  }

  /** A server that has answered all that was sent and is silent just keeps the connection open. */
  #silent(): CodedError {
    const { endpoint, timeoutMs: ms, replyEnd } = this.#options;
    const answered = this.#allSent && this.#received > 0 && this.#received >= this.#sent;
    if (!answered || replyEnd.by !== 'close') return timedOut(endpoint, ms, 'connected');
    return new CodedError('ERR_STILL_OPEN', 'the server answered and does not close', {
      details: { ...endpoint, ms },
    });
  }

  /** A destroyed socket makes later writes fail too; why it was destroyed is what counts. */
  #firstReason(error: unknown): unknown {
    return codeOf(error).startsWith('ERR_STREAM') ? (this.#socket.errored ?? error) : error;
  }

  async #send(chunks: AsyncIterable<Uint8Array>): Promise<void> {
    this.#watch.ourTurn = true;
    for await (const chunk of chunks) {
      if (this.#over.signal.aborted) return;
      this.#watch.ourTurn = false;
      this.#sent += chunk.length;
      await writeTo(this.#socket, chunk, this.#over.signal);
      this.#watch.ourTurn = true;
    }
    this.#watch.ourTurn = false;
    this.#allSent = true;
    if (this.#options.replyEnd.by === 'close') this.#socket.end();
    this.#restartIdleTimer();
  }

  async #receive(view: ReplyView): Promise<void> {
    const { replyEnd } = this.#options;
    const most = replyEnd.by === 'bytes' ? replyEnd.bytes : Infinity;
    // The socket outlives the loop: how it is closed is decided by its owner.
    const chunks: AsyncIterable<Buffer> = this.#socket.iterator({ destroyOnReturn: false });
    for await (const chunk of chunks) {
      const wanted = chunk.subarray(0, most - this.#received);
      this.#received += wanted.length;
      await view.push(wanted);
      if (this.#received >= most) return;
      this.#restartIdleTimer();
    }
  }

  /** The reply has begun and everything is sent: from here on silence means that it is over. */
  #restartIdleTimer(): void {
    const { replyEnd } = this.#options;
    if (replyEnd.by !== 'idle' || !this.#allSent || this.#received === 0) return;
    this.#watch.ourTurn = true;
    this.#idleTimer ??= setTimeout(this.#idle.resolve, replyEnd.ms);
    this.#idleTimer.refresh();
  }

  /** Whether that was a reply: none, or a shorter one than what was sent, is not. */
  #judge(): void {
    const { replyEnd } = this.#options;
    const counts = { sent: this.#sent, received: this.#received };
    if (this.#received === 0 && this.#sent > 0) {
      throw new CodedError('ERR_NO_ANSWER', 'the server closed without an answer');
    }
    if (!this.#allSent && replyEnd.by === 'close') {
      throw new CodedError('ERR_CLOSED_EARLY', 'the server closed early', { details: counts });
    }
    const expected = this.#leastReply();
    if (this.#received < expected) {
      throw new CodedError('ERR_INCOMPLETE_ANSWER', 'the answer is incomplete', {
        details: { received: this.#received, expected },
      });
    }
  }

  /** The guide's client expects as many bytes as it has sent; both of its servers send at least that. */
  #leastReply(): number {
    const { replyEnd } = this.#options;
    if (replyEnd.by === 'close') return this.#sent;
    return replyEnd.by === 'bytes' ? replyEnd.bytes : 0;
  }
}
