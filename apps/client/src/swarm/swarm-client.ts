import type { LookupAddress } from 'node:dns';
import type { Socket } from 'node:net';
import { setTimeout as delay } from 'node:timers/promises';
import type { RecordableHistogram } from 'node:perf_hooks';
import { CodedError, escapeControls, type Endpoint } from '@praktikum/protocol';
import { connectError } from '../errors/connect-error.ts';
import { openConnection, timedOut } from '../open-connection.ts';
import type { ClientTls } from '../tls/tls-arguments.ts';
import type { ClientRecord } from './client-record.ts';
import { ReplyMatcher } from './reply-matcher.ts';

export interface SwarmClientOptions {
  readonly number: number;
  readonly endpoint: Endpoint;
  /** The host's addresses: a swarm looks them up once. */
  readonly addresses: readonly LookupAddress[];
  readonly messages: number;
  /** Pause between an answer and the next message. */
  readonly thinkMs: number;
  /** Longest wait for the connection, and for an answer. */
  readonly timeoutMs: number;
  readonly signal: AbortSignal;
  readonly tls?: ClientTls | undefined;
  /** Milliseconds since the swarm began. */
  readonly now: () => number;
  /** Takes the time of every message there and back, in microseconds. */
  readonly roundTrips: RecordableHistogram;
  readonly progressed: (phase: 'connected' | 'served') => void;
}

/**
 * How long a server may take to close after its client has; longer, and the client just goes.
 * @unit ms
 * @against a server that answers everything and never closes
 * @provenBy ../../integration/limits.spec.ts: a swarm leaves a server that never closes
 */
const CLOSE_GRACE_MS = 1000;

/** Bytes of a wrong answer that are shown. */
const SHOWN_BYTES = 60;

/** One client of a swarm. Its failure is its own: it is in the record, never thrown. */
export async function runSwarmClient(options: SwarmClientOptions): Promise<ClientRecord> {
  const client = new SwarmClient(options);
  return client.run();
}

class SwarmClient {
  readonly #options: SwarmClientOptions;
  readonly #startedAt: number;
  #connectedAt: number | undefined;
  #servedAt: number | undefined;
  #prefixed: boolean | undefined;
  #answered = 0;

  constructor(options: SwarmClientOptions) {
    this.#options = options;
    this.#startedAt = options.now();
  }

  async run(): Promise<ClientRecord> {
    let error: unknown;
    try {
      await this.#connectAndTalk();
    } catch (thrown) {
      const interrupted = this.#options.signal.aborted;
      error = interrupted ? new CodedError('ERR_INTERRUPTED', 'stopped by a signal') : thrown;
    }
    return {
      number: this.#options.number,
      startedAt: this.#startedAt,
      connectedAt: this.#connectedAt,
      servedAt: this.#servedAt,
      finishedAt: this.#options.now(),
      answered: this.#answered,
      prefixed: this.#prefixed,
      error,
    };
  }

  async #connectAndTalk(): Promise<void> {
    const { endpoint, addresses, timeoutMs, signal, tls, now, progressed } = this.#options;
    const socket = await openConnection(endpoint, { timeoutMs, signal, addresses, tls });
    this.#connectedAt = now();
    progressed('connected');
    const interrupted = () => socket.destroy(signal.reason as Error);
    signal.addEventListener('abort', interrupted);
    socket.on('timeout', () => socket.destroy(timedOut(endpoint, timeoutMs, 'connected')));
    try {
      await this.#talk(socket);
    } catch (error) {
      throw connectError(socket.errored ?? error, endpoint, timeoutMs);
    } finally {
      signal.removeEventListener('abort', interrupted);
      socket.destroy();
    }
  }

  async #talk(socket: Socket): Promise<void> {
    const { messages, thinkMs, signal } = this.#options;
    const chunks = socket.iterator({ destroyOnReturn: false })[Symbol.asyncIterator]();
    for (let message = 1; message <= messages; message++) {
      if (message > 1) await delay(thinkMs, undefined, { signal });
      await this.#ask(socket, chunks, message);
    }
    socket.end();
    socket.removeAllListeners('timeout').once('timeout', () => socket.destroy());
    socket.setTimeout(Math.min(CLOSE_GRACE_MS, this.#options.timeoutMs));
    await this.#expectEnd(chunks);
  }

  /** One message and its answer. */
  async #ask(socket: Socket, chunks: AsyncIterator<Buffer>, message: number): Promise<void> {
    const { number, timeoutMs, now, roundTrips, progressed } = this.#options;
    // The newline is for servers that answer line by line; it has no capital A, as ReplyMatcher needs.
    const text = `pesan ${message} dari client ${number}\n`;
    const matcher = new ReplyMatcher(Buffer.from(text));
    const sentAt = now();
    socket.setTimeout(timeoutMs);
    socket.write(text);
    for (let match = 'more'; match !== 'whole';) {
      const { done, value } = await chunks.next();
      if (done) throw this.#closedEarly(matcher.matched, text.length);
      if (this.#servedAt === undefined) {
        this.#servedAt = now();
        progressed('served');
      }
      match = matcher.push(value);
      if (match === 'wrong') throw mismatch(number, text, value);
    }
    socket.setTimeout(0);
    this.#answered += 1;
    this.#prefixed = matcher.prefixed;
    // A histogram counts whole numbers from 1.
    roundTrips.record(Math.max(1, Math.round((now() - sentAt) * 1000)));
  }

  /** Between two answers, in the middle of one, or before the first. */
  #closedEarly(received: number, expected: number): CodedError {
    if (received > 0) {
      return new CodedError(
        'ERR_INCOMPLETE_ANSWER',
        'the server closed in the middle of its answer',
        {
          details: { received, expected },
        },
      );
    }
    return this.#answered > 0
      ? new CodedError('ERR_ANSWERS_MISSING', 'the server closed between two answers')
      : new CodedError('ERR_NO_ANSWER', 'the server closed without an answer');
  }

  async #expectEnd(chunks: AsyncIterator<Buffer>): Promise<void> {
    const last = await chunks.next().catch(() => ({ done: true, value: undefined }));
    if (!last.done) throw mismatch(this.#options.number, '', last.value);
  }
}

function mismatch(client: number, expected: string, received: Uint8Array = new Uint8Array()) {
  const shown = Buffer.from(received.subarray(0, SHOWN_BYTES)).toString();
  return new CodedError('ERR_MISMATCH', 'the answer is not what was sent', {
    details: { client, expected: escapeControls(expected), received: escapeControls(shown) },
  });
}
