import type { Catalogue } from '@praktikum/service';
import type { Chore, CloseReason, RefusalReason } from '@praktikum/socket-pool';

/** What every server logs of its clients. */
export interface ConnectionTexts {
  readonly queued: (address: string, before: number) => string;
  readonly refused: (address: string, reason: string) => string;
  readonly paused: string;
  readonly closed: (address: string, how: string) => string;
  /** A client that has reset its connection. @param unread what it may not have read of the answer */
  readonly reset: (address: string, unread?: UnreadAnswer) => string;
  readonly housekeepingFailed: (chore: string, code: string, reason: string) => string;
  readonly chores: Readonly<Record<Chore, string>>;
  readonly refusals: Readonly<Record<RefusalReason, string>>;
  readonly closings: Readonly<Record<CloseReason, string>>;
}

/** An answer that is longer than what was asked, in bytes. */
interface UnreadAnswer {
  readonly received: number;
  readonly answered: number;
}

export const CONNECTION_TEXTS: Catalogue<ConnectionTexts> = {
  id: {
    queued: (address, before) => `${address} menunggu giliran; ${before} client di depannya.`,
    refused: (address, reason) => `Koneksi dari ${address} ditolak: ${reason}.`,
    paused:
      'Terlalu banyak berkas dan koneksi terbuka: client baru menunggu sampai ada yang selesai (lihat ulimit -n).',
    closed: (address, how) => `Koneksi dari ${address} selesai (${how}).`,
    reset: (address, unread) =>
      `Koneksi dari ${address} diputus client (ECONNRESET)` +
      (unread
        ? `: ia mengirim ${unread.received} byte, dijawab ${unread.answered}, dan menutup sebelum membaca semuanya, ` +
          `seperti client panduan, yang hanya membaca sebanyak yang dikirimnya.`
        : '.'),
    housekeepingFailed: (chore, code, reason) =>
      `Server berhenti ${chore}, karena gagal (${code}: ${reason}); client tetap dilayani.`,
    chores: {
      load: 'mengukur beban',
      idle: 'mencari client yang diam',
      accept: 'memeriksa apakah client baru dapat diterima lagi',
    },
    refusals: {
      'queue-full': 'antrean penuh',
      'queue-timeout': 'terlalu lama menunggu',
      'address-limit': 'terlalu banyak koneksi dari alamat itu',
      closing: 'server sedang berhenti',
    },
    closings: {
      end: 'tuntas',
      error: 'kesalahan',
      idle: 'terlalu lama diam',
      drained: 'server berhenti',
      destroyed: 'diputus server',
      'worker-exit': 'worker berhenti',
      handshake: 'handshake TLS gagal',
    },
  },
  en: {
    queued: (address, before) => `${address} waits its turn; ${before} clients are before it.`,
    refused: (address, reason) => `The connection from ${address} was refused: ${reason}.`,
    paused:
      'Too many files and connections are open: new clients wait until others have gone (see ulimit -n).',
    closed: (address, how) => `The connection from ${address} has ended (${how}).`,
    reset: (address, unread) =>
      `The connection from ${address} was reset by the client (ECONNRESET)` +
      (unread
        ? `: it sent ${unread.received} bytes, was answered with ${unread.answered}, and closed before it had read all, ` +
          `as the guide's client does, which reads only as many as it has sent.`
        : '.'),
    housekeepingFailed: (chore, code, reason) =>
      `The server stops ${chore}, because that failed (${code}: ${reason}); clients are served on.`,
    chores: {
      load: 'measuring its load',
      idle: 'looking for silent clients',
      accept: 'looking whether clients can be accepted again',
    },
    refusals: {
      'queue-full': 'the queue is full',
      'queue-timeout': 'it waited too long',
      'address-limit': 'too many connections from that address',
      closing: 'the server is stopping',
    },
    closings: {
      end: 'complete',
      error: 'error',
      idle: 'silent for too long',
      drained: 'the server is stopping',
      destroyed: 'cut off by the server',
      'worker-exit': 'its worker has stopped',
      handshake: 'the TLS handshake failed',
    },
  },
};
