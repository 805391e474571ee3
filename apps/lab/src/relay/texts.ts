import type { DatagramDirection, DatagramNetwork, RelayDecision } from '@praktikum/peers';
import { formatEndpoint, type Endpoint } from '@praktikum/protocol';
import type { Catalogue, Language } from '@praktikum/service';
import type { DirectionCounts } from './relay-tally.ts';

type RelayOption =
  | 'listen'
  | 'loss'
  | 'delay'
  | 'jitter'
  | 'reorder'
  | 'duplicate'
  | 'seed'
  | 'for'
  | 'untilIdle'
  | 'json';

export interface RelayTexts {
  /** Beside its name in the help of the lab. */
  readonly summary: string;
  readonly description: string;
  readonly options: Readonly<Record<RelayOption, string>>;
  readonly listening: (endpoint: Endpoint, server: Endpoint) => string;
  readonly network: (network: Required<DatagramNetwork>) => string;
  readonly hint: string;
  /** @param head the beginning of the datagram */
  readonly decision: (decision: RelayDecision, head: string) => string;
  readonly refused: (server: Endpoint) => string;
  readonly failed: (server: Endpoint, code: string) => string;
  readonly ended: (ms: number, seed: number) => string;
  readonly counts: (direction: DatagramDirection, counts: DirectionCounts) => string;
  readonly linesLost: (lines: number) => string;
}

export const RELAY_TEXTS: Catalogue<RelayTexts> = {
  id: {
    summary: 'jaringan UDP yang buruk di depan sebuah server',
    description:
      'Meneruskan datagram UDP antara client dan server, dan membuang, menunda, menukar, atau ' +
      'menggandakan sebagian. Client berbicara dengan relay seakan-akan relay itulah servernya.\n\n' +
      'Relay hanya untuk UDP. Sebuah relay mengakhiri koneksi TCP dan membuka koneksi lain, sehingga ' +
      'paket yang hilang di satu sisi tidak terlihat di sisi lain. Percobaan dengan relay ini tidak ' +
      'pernah menunjukkan kehilangan paket TCP.',
    options: {
      listen: 'tempat relay mendengarkan: host:port, atau port saja; 0: port yang bebas',
      loss: 'bagian datagram yang dibuang',
      delay: 'lama perjalanan setiap datagram',
      jitter: 'paling banyak selama ini lebih lambat atau lebih cepat daripada --delay',
      reorder: 'bagian yang ditahan sampai datagram berikutnya lewat',
      duplicate: 'bagian yang dikirim dua kali',
      seed: 'awal keputusan acak: bilangan yang sama, keputusan yang sama (bawaan: acak)',
      for: 'berhenti setelah waktu ini, misalnya 30s',
      untilIdle: 'berhenti setelah diam selama ini, dihitung dari datagram pertama',
      json: 'satu dokumen JSON per baris',
    },
    listening: (endpoint, server) =>
      `Relay UDP mendengarkan di ${formatEndpoint(endpoint)}, meneruskan ke ${formatEndpoint(server)}`,
    network: (network) =>
      `Dibuang ${percent(network.loss, 'id')}, ganda ${percent(network.duplicate, 'id')}, ` +
      `ditahan ${percent(network.reorder, 'id')}, ${number(network.delayMs, 'id')} ms ± ` +
      `${number(network.jitterMs, 'id')} ms; untuk mengulang: --seed ${network.seed}`,
    hint: 'Kirim dengan: node praktikum client … --udp; berhenti: Ctrl-C',
    decision: (decision, head) =>
      `${seconds(decision.atMs, 'id')} s ${route(decision)} no ${decision.number}, ` +
      `${decision.datagram.length} byte, ${fate(decision, FATES.id, 'id')}: "${head}"`,
    refused: (server) =>
      `Tidak ada program yang mendengarkan UDP di ${formatEndpoint(server)} (ECONNREFUSED). Relay tetap berjalan.`,
    failed: (server, code) =>
      `Sebuah datagram tidak dapat dikirim ke ${formatEndpoint(server)} (${code}). Relay tetap berjalan.`,
    ended: (ms, seed) => `Selesai setelah ${seconds(ms, 'id')} s, --seed ${seed}`,
    counts: (direction, counts) => summaryLine(direction, counts, COUNTED.id, 'id'),
    linesLost: (lines) =>
      `${number(lines, 'id')} baris tidak ditulis karena tidak ada yang membaca.`,
  },
  en: {
    summary: 'a bad UDP network in front of a server',
    description:
      'Passes UDP datagrams between clients and a server, and loses, delays, reorders or doubles some of ' +
      'them. A client speaks to the relay as if it were the server.\n\n' +
      'A relay is for UDP only. It would end a TCP connection and open another one, so that what is lost ' +
      'on one side is not seen on the other. An experiment with this relay never shows TCP loss.',
    options: {
      listen: 'where the relay listens: host:port, or a port alone; 0: a port that is free',
      loss: 'share of the datagrams that is lost',
      delay: 'how long each datagram is on its way',
      jitter: 'how much slower or faster than --delay that may be',
      reorder: 'share that is held back until the next datagram has passed',
      duplicate: 'share that is sent twice',
      seed: 'start of the random decisions: the same number, the same decisions (default: random)',
      for: 'stop after this time, such as 30s',
      untilIdle: 'stop after this much silence, counted from the first datagram',
      json: 'one JSON document per line',
    },
    listening: (endpoint, server) =>
      `UDP relay listening on ${formatEndpoint(endpoint)}, passing to ${formatEndpoint(server)}`,
    network: (network) =>
      `Lost ${percent(network.loss, 'en')}, doubled ${percent(network.duplicate, 'en')}, ` +
      `held back ${percent(network.reorder, 'en')}, ${number(network.delayMs, 'en')} ms ± ` +
      `${number(network.jitterMs, 'en')} ms; to repeat it: --seed ${network.seed}`,
    hint: 'Send with: node praktikum client … --udp; stop: Ctrl-C',
    decision: (decision, head) =>
      `${seconds(decision.atMs, 'en')} s ${route(decision)} no ${decision.number}, ` +
      `${decision.datagram.length} bytes, ${fate(decision, FATES.en, 'en')}: "${head}"`,
    refused: (server) =>
      `No program listens for UDP on ${formatEndpoint(server)} (ECONNREFUSED). The relay goes on.`,
    failed: (server, code) =>
      `A datagram could not be sent to ${formatEndpoint(server)} (${code}). The relay goes on.`,
    ended: (ms, seed) => `Ended after ${seconds(ms, 'en')} s, --seed ${seed}`,
    counts: (direction, counts) => summaryLine(direction, counts, COUNTED.en, 'en'),
    linesLost: (lines) => `${number(lines, 'en')} lines were not written because nobody read them.`,
  },
};

const FATES = {
  id: {
    ...{ passed: 'diteruskan', lost: 'dibuang', overflow: 'dibuang (terlalu banyak di jalan)' },
    ...{ delayed: 'ditunda', heldBack: 'ditahan sampai berikutnya lewat', duplicated: 'ganda' },
  },
  en: {
    ...{ passed: 'passed', lost: 'lost', overflow: 'lost (too many on the way)' },
    ...{ delayed: 'delayed by', heldBack: 'held back until the next has passed' },
    duplicated: 'doubled',
  },
} as const;

function fate(
  { lost, overflow, delayMs, heldBack, duplicated }: RelayDecision,
  words: (typeof FATES)['id' | 'en'],
  locale: Language,
): string {
  if (lost) return words.lost;
  if (overflow) return words.overflow;
  const parts = [
    ...(delayMs > 0 ? [`${words.delayed} ${number(delayMs, locale)} ms`] : []),
    ...(heldBack ? [words.heldBack] : []),
    ...(duplicated ? [words.duplicated] : []),
  ];
  return parts.length === 0 ? words.passed : parts.join(', ');
}

/** `client 1 → server` */
function route({ direction, client }: Pick<RelayDecision, 'direction' | 'client'>): string {
  return direction === 'to-server' ? `client ${client} → server` : `server → client ${client}`;
}

const COUNTED = {
  id: {
    ...{ taken: 'diterima', lost: 'dibuang', passed: 'diteruskan', duplicated: 'ganda' },
    ...{ delayed: 'ditunda', heldBack: 'ditahan' },
    overflow: 'dibuang karena terlalu banyak di jalan',
    unsent: 'tidak dapat dikirim',
    cut: 'masih di jalan saat relay berhenti',
  },
  en: {
    ...{ taken: 'taken', lost: 'lost', passed: 'passed', duplicated: 'doubled' },
    ...{ delayed: 'delayed', heldBack: 'held back' },
    overflow: 'lost because too many were on the way',
    unsent: 'could not be sent',
    cut: 'still on the way when the relay stopped',
  },
} as const satisfies Catalogue<Record<keyof DirectionCounts, string>>;

/** `client → server: 10 diterima, 1 dibuang, …`; what hardly ever happens is named only when it has. */
function summaryLine(
  direction: DatagramDirection,
  counts: DirectionCounts,
  words: (typeof COUNTED)['id' | 'en'],
  locale: Language,
): string {
  const always = ['taken', 'lost', 'passed', 'duplicated', 'delayed', 'heldBack'] as const;
  const sometimes = (['overflow', 'unsent', 'cut'] as const).filter((name) => counts[name] > 0);
  const listed = [...always, ...sometimes].map(
    (name) => `${number(counts[name], locale)} ${words[name]}`,
  );
  const from = direction === 'to-server' ? 'client → server' : 'server → client';
  return `${from}: ${listed.join(', ')}`;
}

/** Made once: a relay writes thousands of lines in a second. */
const FORMATS = { id: formatsIn('id'), en: formatsIn('en') };

function formatsIn(locale: Language) {
  return {
    number: new Intl.NumberFormat(locale, { maximumFractionDigits: 1 }),
    percent: new Intl.NumberFormat(locale, { maximumFractionDigits: 3 }),
    seconds: new Intl.NumberFormat(locale, { minimumFractionDigits: 3, maximumFractionDigits: 3 }),
  };
}

function number(value: number, locale: Language): string {
  return FORMATS[locale].number.format(value);
}

function percent(share: number, locale: Language): string {
  return `${FORMATS[locale].percent.format(100 * share)}%`;
}

function seconds(ms: number, locale: Language): string {
  return FORMATS[locale].seconds.format(ms / 1000);
}
