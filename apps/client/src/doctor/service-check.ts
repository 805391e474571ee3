import type { LookupAddress } from 'node:dns';
import type { Socket } from 'node:net';
import { setTimeout as delay } from 'node:timers/promises';
import { codeOf, escapeControls, REPLY_PREFIX } from '@praktikum/protocol';
import { connectError } from '../errors/connect-error.ts';
import { tlsError } from '../errors/tls-error.ts';
import { openConnection } from '../open-connection.ts';
import type { Check, CheckContext, Finding } from './check.ts';
import { speaksTls, tlsFailure } from './tls-check.ts';

/** How long a server may speak first, and how long it may take for half a line. */
const PATIENCE_MS = 400;

/** How far apart the pieces of one answer may come. */
const SETTLE_MS = 50;

/** Sent in two parts: only a server that answers line by line is silent after the first. */
const FIRST_PART = 'periksa ';
const SECOND_PART = 'layanan\n';

const SHOWN_CHARACTERS = 60;

/** What does the service say, to a client that says something harmless? */
export const serviceCheck: Check = {
  name: 'service',
  async run(context) {
    const [to] = context.facts.reachable;
    if (to === undefined) return [];
    const finding = await probe(to, context);
    const talks = ANSWERS.has(finding.id) || context.tls !== undefined;
    return [talks ? finding : ((await speaksTls(context)) ?? finding)];
  },
};

/** What a service that speaks plain text answers. */
const ANSWERS = new Set<Finding['id']>([
  'SERVICE_ECHO',
  'SERVICE_REPLY',
  'SERVICE_LINES',
  'SERVICE_SPEAKS_FIRST',
]);

async function probe(to: LookupAddress, context: CheckContext): Promise<Finding> {
  const { endpoint, timeoutMs, signal, tls } = context;
  try {
    const socket = await openConnection(endpoint, { timeoutMs, signal, addresses: [to], tls });
    const interrupted = () => socket.destroy(signal.reason as Error);
    signal.addEventListener('abort', interrupted);
    return await new ServiceProbe(socket, context).run();
  } catch (error) {
    signal.throwIfAborted();
    const code = codeOf(connectError(error, endpoint, timeoutMs));
    return { id: 'SERVICE_RESETS', details: { code } };
  }
}

class ServiceProbe {
  readonly #socket: Socket;
  readonly #context: CheckContext;
  #heard = '';
  #error: Error | undefined;
  #ended = false;
  #changed = Promise.withResolvers<void>();

  constructor(socket: Socket, context: CheckContext) {
    this.#socket = socket;
    this.#context = context;
    socket.setEncoding('latin1');
    socket.on('data', (text: string) => this.#note(text));
    socket.on('error', (error) => (this.#error ??= error));
    socket.on('end', () => this.#note('', true));
    socket.on('close', () => this.#note('', true));
  }

  async run(): Promise<Finding> {
    try {
      return await this.#probe();
    } finally {
      this.#socket.destroy();
    }
  }

  async #probe(): Promise<Finding> {
    if ((await this.#listen(PATIENCE_MS)) !== '') return this.#finding('SERVICE_SPEAKS_FIRST');
    if (this.#ended) return this.#closed();
    this.#socket.write(FIRST_PART);
    const toFirstPart = await this.#listen(PATIENCE_MS);
    if (toFirstPart === FIRST_PART) return { id: 'SERVICE_ECHO' };
    if (toFirstPart === REPLY_PREFIX + FIRST_PART) return { id: 'SERVICE_REPLY' };
    if (this.#ended) return this.#closed();
    this.#socket.write(SECOND_PART);
    await this.#listen(this.#context.timeoutMs);
    return this.#judge();
  }

  #judge(): Finding {
    const withoutPrefix = this.#heard.replaceAll(REPLY_PREFIX, '');
    const whole = FIRST_PART + SECOND_PART;
    if (this.#heard === REPLY_PREFIX + whole) return { id: 'SERVICE_LINES' };
    // Both parts at once: it was busy with somebody else and has read them together.
    if (this.#heard === whole) return { id: 'SERVICE_ECHO' };
    if (withoutPrefix === whole) return { id: 'SERVICE_REPLY' };
    if (this.#heard !== '') return this.#finding('SERVICE_OTHER');
    return this.#ended ? this.#closed() : this.#finding('SERVICE_SILENT');
  }

  #closed(): Finding {
    if (this.#error === undefined) return this.#finding('SERVICE_CLOSES');
    // In TLS 1.3 a server refuses a client's certificate, by an alert, after the client's handshake.
    const refusal = tlsError(this.#error, this.#context.endpoint);
    if (refusal !== undefined) return tlsFailure(refusal, this.#context);
    return { id: 'SERVICE_RESETS', details: { code: codeOf(this.#error) } };
  }

  #finding(id: Finding['id']): Finding {
    const text = Buffer.from(this.#heard, 'latin1').toString().slice(0, SHOWN_CHARACTERS);
    return { id, details: { text: escapeControls(text.trimEnd()), ms: this.#context.timeoutMs } };
  }

  /**
   * Waits for something to be heard, for so long at the most, and then a moment for the rest of it:
   * an answer may come in pieces.
   * @returns all that was heard so far
   */
  async #listen(ms: number): Promise<string> {
    const over = new AbortController();
    const silence = delay(ms, undefined, { signal: over.signal }).catch(() => undefined);
    await Promise.race([this.#changed.promise, silence]);
    over.abort();
    if (!this.#ended) await delay(SETTLE_MS);
    this.#changed = Promise.withResolvers();
    return this.#heard;
  }

  #note(text: string, ended = false): void {
    this.#heard += text;
    this.#ended ||= ended;
    this.#changed.resolve();
  }
}
