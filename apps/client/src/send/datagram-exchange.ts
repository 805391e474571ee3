import { createSocket, type Socket } from 'node:dgram';
import { once } from 'node:events';
import { setTimeout as delay } from 'node:timers/promises';
import {
  decodeDatagram,
  DisplayDecoder,
  encodeDatagram,
  escapeControls,
  REPLY_PREFIX,
} from '@praktikum/protocol';
import { DatagramStatistics, type Arrival } from './datagram-statistics.ts';

export interface DatagramExchangeOptions {
  readonly address: string;
  readonly family: number;
  readonly port: number;
  readonly message: Uint8Array;
  readonly count: number;
  /** Between two datagrams. */
  readonly intervalMs: number;
  /** How long a reply is waited for after the last datagram or reply. */
  readonly timeoutMs: number;
  readonly signal: AbortSignal;
  readonly sending: (text: string) => void;
  readonly received: (text: string, arrival: Arrival, ms: number) => void;
}

/** Sends numbered datagrams to one address, at a steady pace, and counts what comes back. */
export class DatagramExchange {
  readonly statistics = new DatagramStatistics();
  readonly #options: DatagramExchangeOptions;
  readonly #socket: Socket;
  readonly #silent = Promise.withResolvers<void>();
  #timer: NodeJS.Timeout | undefined;
  #allSent = false;

  constructor(options: DatagramExchangeOptions) {
    this.#options = options;
    this.#socket = createSocket(options.family === 6 ? 'udp6' : 'udp4');
  }

  /** Resolves when everything was answered, or nothing more came; rejects with `ECONNREFUSED` … */
  async run(): Promise<void> {
    const { address, port, signal } = this.#options;
    // A connected UDP socket is told by ICMP when nobody listens, and hears only its peer.
    this.#socket.connect(port, address);
    const over = new AbortController();
    try {
      await once(this.#socket, 'connect', { signal });
      this.#socket.on('message', (datagram) => this.#receive(datagram));
      const failed = once(this.#socket, 'error', { signal: over.signal }).then(([error]) => {
        throw error;
      });
      failed.catch(() => undefined); // aborted below when nothing failed
      const sending = this.#send(AbortSignal.any([signal, over.signal]));
      await Promise.race([sending.then(() => this.#silent.promise), failed]);
    } finally {
      over.abort();
      clearTimeout(this.#timer);
      this.#socket.close();
    }
  }

  async #send(signal: AbortSignal): Promise<void> {
    const { count, message, intervalMs, sending } = this.#options;
    for (let number = 1; number <= count; number++) {
      if (number > 1) await delay(intervalMs, undefined, { signal });
      const datagram = encodeDatagram({ number, message });
      sending(textOf(datagram));
      this.statistics.sent(number, performance.now());
      // An error comes as the socket's 'error' event, which ends the exchange.
      this.#socket.send(datagram);
    }
    this.#allSent = true;
    signal.addEventListener('abort', () => this.#silent.reject(signal.reason), { once: true });
    this.#waitOn();
  }

  #receive(datagram: Uint8Array): void {
    const at = performance.now();
    const reply = decodeDatagram(withoutPrefix(datagram));
    const ours = reply !== undefined && Buffer.compare(reply.message, this.#options.message) === 0;
    const before = this.statistics.lostCount;
    const { arrival, ms } = this.statistics.received(ours ? reply.number : undefined, at);
    this.#options.received(textOf(datagram), arrival, ms);
    // What answers nothing is nothing to wait on for.
    if (this.#allSent && this.statistics.lostCount < before) this.#waitOn();
  }

  #waitOn(): void {
    this.#timer ??= setTimeout(this.#silent.resolve, this.#options.timeoutMs);
    this.#timer.refresh();
    if (this.statistics.lostCount === 0) this.#silent.resolve();
  }
}

/** The threaded server of the guide, in UDP, would put its words in front. */
function withoutPrefix(datagram: Uint8Array): Uint8Array {
  const prefix = Buffer.from(REPLY_PREFIX);
  const head = datagram.subarray(0, prefix.length);
  return Buffer.compare(head, prefix) === 0 ? datagram.subarray(prefix.length) : datagram;
}

function textOf(datagram: Uint8Array): string {
  const decoder = new DisplayDecoder();
  return escapeControls(decoder.push(datagram) + decoder.end(), 'keep');
}
