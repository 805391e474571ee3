import { joinErrors, NAME_ERRORS, tlsMaterialErrors, type ProgramErrors } from '@praktikum/service';
import { CLIENT_ERRORS } from './errors/client-errors.ts';
import { CONNECTION_ERRORS } from './errors/connection-errors.ts';
import { TLS_HANDSHAKE_ERRORS } from './errors/tls-handshake-errors.ts';

/** What the client can end by, beside what every program can. */
export const ERRORS: ProgramErrors = joinErrors(
  NAME_ERRORS,
  tlsMaterialErrors('node praktikum certificates --client budi --force'),
  {
    exitCodes: {
      6: { id: 'koneksi ditolak', en: 'connection refused' },
      7: { id: 'jaringan atau komputer tidak dapat dijangkau', en: 'network or host unreachable' },
      9: { id: 'batas waktu habis', en: 'timed out' },
      10: { id: 'koneksi diputus lawan (RST)', en: 'connection reset' },
      12: { id: 'jawaban tidak ada atau tidak lengkap', en: 'no answer, or an incomplete one' },
      16: { id: 'pemeriksaan menemukan masalah', en: 'the check found a problem' },
      18: { id: 'handshake TLS gagal', en: 'the TLS handshake failed' },
    },
    errors: { ...CONNECTION_ERRORS, ...TLS_HANDSHAKE_ERRORS, ...CLIENT_ERRORS },
  },
);
