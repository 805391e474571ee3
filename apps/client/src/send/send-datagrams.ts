import type { LookupAddress } from 'node:dns';
import { CodedError, codeOf, MAX_DATAGRAM_BYTES, type Endpoint } from '@praktikum/protocol';
import { printLine } from '@praktikum/service';
import { connectError } from '../errors/connect-error.ts';
import { lookUpAddresses } from '../look-up-addresses.ts';
import { GUIDE_LINES } from '../texts.ts';
import { datagramsJson } from './datagrams-json.ts';
import { DatagramExchange } from './datagram-exchange.ts';
import type { Arrival, DatagramStatistics } from './datagram-statistics.ts';
import type { Message } from './message.ts';
import { noUdpError } from './no-udp-error.ts';
import type { SendTexts } from './texts.ts';

export interface SendDatagramsOptions {
  readonly texts: SendTexts;
  /** Longest wait for the name, and for replies after the last datagram, in milliseconds. */
  readonly timeout: number;
  /** Datagrams to send; 1 unless told otherwise. */
  readonly count?: number;
  /** Milliseconds between two of them; 1000 unless told otherwise. */
  readonly interval?: number;
  /** Whether the result is printed as JSON, and all else on standard error. */
  readonly json?: boolean;
  readonly signal: AbortSignal;
}

const DEFAULT_COUNT = 1;
const DEFAULT_INTERVAL_MS = 1000;

/**
 * Room for the number in front: `#1000000 `.
 * @unit bytes
 * @against a message that fits into no datagram
 * @provenBy ../../integration/datagrams.spec.ts: refuses a message that fits into no datagram
 */
const MAX_MESSAGE_BYTES = MAX_DATAGRAM_BYTES - 9;

/**
 * Sends the message as numbered datagrams and says what became of them.
 * @throws CodedError `ERR_DATAGRAMS_LOST`, `ERR_DATAGRAM_SIZE`, `ERR_NO_UDP`, `ENOTFOUND`, …
 */
export async function sendDatagrams(
  endpoint: Endpoint,
  message: Message,
  options: SendDatagramsOptions,
): Promise<void> {
  const bytes = await readAll(message);
  say(options.texts.withoutConnection(endpoint.host, endpoint.port), options);
  const addresses = await lookUpAddresses(endpoint, options.timeout, options.signal);
  try {
    await exchangeWithFirst(addresses, bytes, { ...options, endpoint });
  } catch (error) {
    const code = codeOf(error);
    if (code === 'ECONNREFUSED' || (error instanceof CodedError && error.details.heard === 0)) {
      throw await noUdpError(endpoint, { addresses, signal: options.signal }, error);
    }
    throw connectError(error, endpoint, options.timeout);
  }
}

/** UDP has no handshake that would show which address is served: a refusal passes on to the next. */
async function exchangeWithFirst(
  addresses: readonly LookupAddress[],
  message: Uint8Array,
  options: SendDatagramsOptions & { readonly endpoint: Endpoint },
): Promise<void> {
  const { texts } = options;
  const settings = {
    count: options.count ?? DEFAULT_COUNT,
    intervalMs: options.interval ?? DEFAULT_INTERVAL_MS,
    timeoutMs: options.timeout,
  };
  for (const [index, { address, family }] of addresses.entries()) {
    const exchange = new DatagramExchange({
      address,
      family,
      port: options.endpoint.port,
      message,
      ...settings,
      signal: options.signal,
      sending: (text) => say(GUIDE_LINES.sending(text), options),
      received: (...reply) => say(replyLine(...reply, texts), options),
    });
    const { statistics } = exchange;
    const startedAt = performance.now();
    const report = () => {
      for (const line of reportLines(statistics, texts)) say(line, options);
      if (!options.json) return;
      const run = { endpoint: options.endpoint, settings, startedAt, endedAt: performance.now() };
      printLine(datagramsJson(run, statistics));
    };
    try {
      await exchange.run();
      report();
      return judge(statistics);
    } catch (error) {
      const refused = codeOf(error) === 'ECONNREFUSED' && statistics.answeredCount === 0;
      const next = addresses[index + 1];
      if (statistics.sentCount > 0 && !refused && codeOf(error) !== LOST) report();
      if (!refused || next === undefined) throw error;
      printLine(texts.nextAddress(address, next.address), process.stderr);
    }
  }
}

const LOST = 'ERR_DATAGRAMS_LOST';

function judge({ lostCount, sentCount, answeredCount, foreign }: DatagramStatistics): void {
  if (lostCount === 0) return;
  throw new CodedError(LOST, `${lostCount} datagrams were lost`, {
    details: { lost: lostCount, sent: sentCount, heard: answeredCount + foreign },
  });
}

/** With `--json` standard output is for the document alone. */
function say(line: string, { json }: SendDatagramsOptions): void {
  printLine(line, json ? process.stderr : process.stdout);
}

function replyLine(text: string, arrival: Arrival, ms: number, texts: SendTexts): string {
  const marks = { first: '', foreign: '', duplicate: texts.duplicate, reordered: texts.reordered };
  const remarks = [arrival === 'foreign' ? '' : `${texts.ms(ms)} ms`, marks[arrival]];
  const shown = remarks.filter((remark) => remark !== '').join(', ');
  return GUIDE_LINES.received(shown === '' ? text : `${text} (${shown})`);
}

/** Two lines, and a third when something was answered. */
function reportLines(statistics: DatagramStatistics, texts: SendTexts): string[] {
  const { sentCount, answeredCount, lostCount, roundTrip } = statistics;
  const counts = {
    sent: sentCount,
    answered: answeredCount,
    lostPercent: texts.number((100 * lostCount) / sentCount, lostCount === 0 ? 0 : 1),
    duplicates: statistics.duplicates,
    reordered: statistics.reordered,
    foreign: statistics.foreign,
  };
  const lines = [texts.summary(counts), texts.order(counts)];
  if (roundTrip === undefined) return lines;
  const { min, average, max, deviation } = roundTrip;
  const [least, mean, most, spread] = [min, average, max, deviation].map(texts.ms);
  return [...lines, texts.roundTrip(least!, mean!, most!, spread!)];
}

async function readAll({ chunks }: Message): Promise<Uint8Array> {
  const read: Uint8Array[] = [];
  let bytes = 0;
  for await (const chunk of chunks) {
    read.push(chunk);
    bytes += chunk.length;
    if (bytes <= MAX_MESSAGE_BYTES) continue;
    throw new CodedError('ERR_DATAGRAM_SIZE', `more than ${MAX_MESSAGE_BYTES} bytes`, {
      details: { bytes, most: MAX_MESSAGE_BYTES },
    });
  }
  return Buffer.concat(read);
}
