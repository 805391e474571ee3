import type { Catalogue } from '../language.ts';

/**
 * The exit codes of every program of this workspace and what they mean. A program started through
 * Nx ends with 1 for each of them that is not 0; these hold for `node apps/<name>/dist/main.js`.
 */
export const EXIT_CODES = {
  0: { id: 'berhasil', en: 'success' },
  1: {
    id: 'kesalahan lain, rekaman rusak, atau Node.js terlalu lama',
    en: 'another error, a damaged capture, or Node.js too old',
  },
  2: { id: 'argumen salah', en: 'wrong arguments' },
  3: { id: 'port sudah digunakan', en: 'the port is in use' },
  4: { id: 'port hanya untuk administrator', en: 'the port is for administrators only' },
  5: { id: 'bukan alamat komputer ini', en: 'not an address of this machine' },
  6: { id: 'koneksi ditolak', en: 'connection refused' },
  7: { id: 'jaringan atau komputer tak terjangkau', en: 'network or host unreachable' },
  8: { id: 'nama komputer tidak dikenal', en: 'unknown host name' },
  9: { id: 'waktu habis', en: 'timed out' },
  10: { id: 'koneksi diputus (reset)', en: 'connection reset' },
  11: {
    id: 'terlalu banyak berkas dan koneksi terbuka',
    en: 'too many open files and connections',
  },
  12: { id: 'jawaban tidak ada atau tidak lengkap', en: 'no answer, or not all of it' },
  13: { id: 'koneksi diputus saat server berhenti', en: 'connections cut when the server stopped' },
  14: { id: 'berkas tidak dapat dipakai', en: 'a file cannot be used' },
  15: { id: 'worker thread gagal dimulai', en: 'a worker thread failed to start' },
  16: { id: 'pemeriksaan menemukan masalah', en: 'the check found a problem' },
  17: {
    id: 'sertifikat atau kunci TLS tidak dapat dipakai',
    en: 'a TLS certificate or key cannot be used',
  },
  18: { id: 'handshake TLS gagal', en: 'the TLS handshake failed' },
  19: { id: 'lalu lintas tidak dapat direkam', en: 'traffic cannot be captured' },
  20: {
    id: 'pembaca keluaran berakhir sebelum semuanya tertulis',
    en: 'the reader of the output left before all was written',
  },
  130: { id: 'dihentikan oleh SIGINT (Ctrl-C)', en: 'stopped by SIGINT (Ctrl-C)' },
  143: { id: 'dihentikan oleh SIGTERM', en: 'stopped by SIGTERM' },
} as const satisfies Readonly<Record<number, Catalogue<string>>>;

export type ExitCode = keyof typeof EXIT_CODES;
