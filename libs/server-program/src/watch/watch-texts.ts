import type { Catalogue } from '@praktikum/service';

interface Figures {
  readonly number: (value: number) => string;
  /** `12,3 MB/s` */
  readonly rate: (bytesPerSecond: number) => string;
}

/** What the live view of `--watch` says, and how it writes figures. */
export interface WatchTexts extends Figures {
  readonly option: string;
  readonly totals: (
    active: string,
    queued: string,
    refused: string,
    acceptedRate: string,
    restarts: string,
  ) => string;
  readonly worker: string;
  readonly connections: string;
  readonly load: string;
  readonly throughput: string;
  readonly states: Readonly<Record<'starting' | 'exited' | 'stuck', string>>;
  /** Old workers that still have clients after a reload. */
  readonly retired: (workers: number) => string;
  readonly more: (workers: number) => string;
  readonly keys: string;
  /** One line for one worker, where there is no screen to draw on. */
  readonly line: (worker: number, connections: string, load: string, rate: string) => string;
}

export const WATCH_TEXTS: Catalogue<WatchTexts> = {
  id: {
    ...figuresIn('id'),
    option: 'tampilkan worker, beban, dan lalu lintasnya secara langsung, sebagai ganti log',
    totals: (active, queued, refused, acceptedRate, restarts) =>
      `dilayani ${active} · menunggu ${queued} · ditolak ${refused} · baru ${acceptedRate}/s · worker diganti ${restarts}`,
    worker: 'worker',
    connections: 'koneksi',
    load: 'beban',
    throughput: 'lalu lintas',
    states: { starting: 'sedang mulai', exited: 'berhenti', stuck: 'tidak menjawab' },
    retired: (workers) => `${workers} worker lama masih melayani client-nya setelah muat ulang`,
    more: (workers) => `… dan ${workers} worker lagi`,
    keys: 'r + Enter: muat ulang · Ctrl-C: berhenti',
    line: (worker, connections, load, rate) =>
      `Worker ${worker}: ${connections} koneksi, beban ${load}, lalu lintas ${rate}`,
  },
  en: {
    ...figuresIn('en'),
    option: 'show the workers, their load and throughput live, instead of the log',
    totals: (active, queued, refused, acceptedRate, restarts) =>
      `served ${active} · waiting ${queued} · refused ${refused} · new ${acceptedRate}/s · workers replaced ${restarts}`,
    worker: 'worker',
    connections: 'clients',
    load: 'load',
    throughput: 'throughput',
    states: { starting: 'starting', exited: 'stopped', stuck: 'does not answer' },
    retired: (workers) =>
      workers === 1
        ? '1 old worker still serves its clients after the reload'
        : `${workers} old workers still serve their clients after the reload`,
    more: (workers) => `… and ${workers} more workers`,
    keys: 'r + Enter: reload · Ctrl-C: stop',
    line: (worker, connections, load, rate) =>
      `Worker ${worker}: ${connections} clients, load ${load}, throughput ${rate}`,
  },
};

const UNITS = ['B', 'kB', 'MB', 'GB'];

function figuresIn(locale: string): Figures {
  return {
    number: (value) => Math.round(value).toLocaleString(locale),
    rate(bytes) {
      const power = Math.min(UNITS.length - 1, Math.max(0, Math.floor(Math.log10(bytes || 1) / 3)));
      const value = bytes / 1000 ** power;
      const maximumFractionDigits = power > 0 && value < 100 ? 1 : 0;
      return `${value.toLocaleString(locale, { maximumFractionDigits })} ${UNITS[power]}/s`;
    },
  };
}
