import type { Catalogue } from '@praktikum/service';
import type { Limits } from '@praktikum/socket-pool';

/** Limits a user may set; the others are the same for every server. */
export type LimitOption =
  | 'maxConnections'
  | 'maxConnectionsPerAddress'
  | 'maxQueued'
  | 'queueTimeoutMs'
  | 'idleTimeoutMs'
  | 'handshakeTimeoutMs';

/** The limits of a server in its help. */
export interface LimitsTexts {
  readonly options: Readonly<Record<LimitOption & keyof Limits, string>>;
  readonly shutdownTimeout: string;
}

export const LIMITS_TEXTS: Catalogue<LimitsTexts> = {
  id: {
    options: {
      maxConnections: 'jumlah client yang dilayani bersamaan',
      maxConnectionsPerAddress: 'jumlah client dari satu alamat IP',
      maxQueued: 'jumlah client yang boleh menunggu giliran',
      queueTimeoutMs: 'batas waktu menunggu giliran',
      idleTimeoutMs: 'tutup koneksi yang tanpa data selama waktu ini',
      handshakeTimeoutMs: 'batas waktu handshake TLS',
    },
    shutdownTimeout: 'waktu bagi client untuk selesai saat server dihentikan',
  },
  en: {
    options: {
      maxConnections: 'clients served at the same time',
      maxConnectionsPerAddress: 'clients from one IP address',
      maxQueued: 'clients that may wait their turn',
      queueTimeoutMs: 'time limit of waiting for a turn',
      idleTimeoutMs: 'close a connection without data for this long',
      handshakeTimeoutMs: 'time limit of a TLS handshake',
    },
    shutdownTimeout: 'time for clients to finish when the server is stopped',
  },
};
