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
  readonly housekeepingFailed: (chore: string, code: string) => string;
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
    queued: (address, before) =>
      `Client ${address} menunggu giliran; ada ${before} client di depannya.`,
    refused: (address, reason) => `Koneksi dari ${address} ditolak: ${reason}.`,
    paused:
      'Terlalu banyak berkas dan koneksi terbuka: client baru menunggu sampai ada client yang selesai (lihat batasnya: ulimit -n).',
    closed: (address, how) => `Koneksi dari ${address} berakhir: ${how}.`,
    reset: (address, unread) =>
      `Koneksi dari ${address} diputus oleh client dengan RST (ECONNRESET)` +
      (unread
        ? `. Client mengirim ${unread.received} byte dan server menjawab ${unread.answered} byte; mungkin client menutup ` +
          `koneksi sebelum membaca semuanya. Client panduan hanya membaca sebanyak yang dikirimnya.`
        : '.'),
    housekeepingFailed: (chore, code) =>
      `Server berhenti ${chore} karena kesalahan (${code}); client tetap dilayani.`,
    chores: {
      load: 'mengukur beban',
      idle: 'memeriksa client yang tidak aktif',
      accept: 'memeriksa apakah client baru dapat diterima lagi',
    },
    refusals: {
      'queue-full': 'antrean penuh',
      'queue-timeout': 'menunggu giliran terlalu lama',
      'address-limit': 'terlalu banyak koneksi dari alamat itu',
      closing: 'server sedang berhenti',
    },
    closings: {
      end: 'ditutup dengan normal',
      error: 'terjadi kesalahan',
      idle: 'tidak ada data sampai batas waktu habis',
      drained: 'server dihentikan',
      destroyed: 'diputus oleh server',
      'worker-exit': 'worker berhenti',
      handshake: 'handshake TLS gagal',
    },
  },
  en: {
    queued: (address, before) =>
      `Client ${address} is waiting its turn; ${before} clients are ahead of it.`,
    refused: (address, reason) => `The connection from ${address} was refused: ${reason}.`,
    paused:
      'Too many files and connections are open: new clients wait until others leave (see the limit: ulimit -n).',
    closed: (address, how) => `The connection from ${address} ended: ${how}.`,
    reset: (address, unread) =>
      `The connection from ${address} was reset by the client (ECONNRESET)` +
      (unread
        ? `. It sent ${unread.received} bytes and the server answered with ${unread.answered}; it may have closed the ` +
          `connection before it had read them all. The guide's client reads only as many as it has sent.`
        : '.'),
    housekeepingFailed: (chore, code) =>
      `The server stopped ${chore} because of an error (${code}); it still serves clients.`,
    chores: {
      load: 'measuring its load',
      idle: 'looking for idle clients',
      accept: 'checking whether clients can be accepted again',
    },
    refusals: {
      'queue-full': 'the queue is full',
      'queue-timeout': 'it waited too long for its turn',
      'address-limit': 'too many connections from that address',
      closing: 'the server is stopping',
    },
    closings: {
      end: 'closed normally',
      error: 'an error occurred',
      idle: 'idle for too long',
      drained: 'the server is stopping',
      destroyed: 'cut by the server',
      'worker-exit': 'its worker stopped',
      handshake: 'the TLS handshake failed',
    },
  },
};
