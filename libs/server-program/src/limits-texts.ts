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
      maxConnections: 'client yang dilayani bersamaan',
      maxConnectionsPerAddress: 'client dari satu alamat IP',
      maxQueued: 'client yang boleh menunggu giliran',
      queueTimeoutMs: 'paling lama menunggu giliran',
      idleTimeoutMs: 'tutup client yang diam selama ini',
      handshakeTimeoutMs: 'paling lama untuk handshake TLS',
    },
    shutdownTimeout: 'waktu bagi client untuk selesai saat server dihentikan',
  },
  en: {
    options: {
      maxConnections: 'clients served at the same time',
      maxConnectionsPerAddress: 'clients of one IP address',
      maxQueued: 'clients that may wait their turn',
      queueTimeoutMs: 'longest wait for a turn',
      idleTimeoutMs: 'close a client that is silent for so long',
      handshakeTimeoutMs: 'longest TLS handshake',
    },
    shutdownTimeout: 'time for clients to finish when the server is stopped',
  },
};
