import type { Catalogue } from '@praktikum/service';

export interface TlsTexts {
  readonly options: Record<
    'tls' | 'ca' | 'servername' | 'cert' | 'key' | 'passphrase' | 'insecure' | 'keyLog',
    string
  >;
  readonly secured: (protocol: string, cipher: string, server: string) => string;
  readonly insecure: string;
  readonly keyLogged: (path: string) => string;
  readonly keyLogFailed: (path: string, code: string) => string;
}

export const TLS_TEXTS: Catalogue<TlsTexts> = {
  id: {
    options: {
      tls: 'gunakan koneksi TLS 1.2 atau 1.3',
      ca: 'berkas CA yang menandatangani sertifikat server (PEM); tanpa ini, CA sistem',
      servername: 'nama yang harus ada di sertifikat server; tanpa ini, nama host',
      cert: 'berkas sertifikat client ini (PEM)',
      key: 'berkas kunci privat untuk sertifikat itu (PEM)',
      passphrase: 'berkas berisi kata sandi untuk kunci privat yang terenkripsi',
      insecure: 'jangan periksa sertifikat server (hanya untuk mencoba)',
      keyLog:
        'simpan kunci sesi TLS di berkas ini (SSLKEYLOGFILE) untuk mendekripsi rekaman sendiri',
    },
    secured: (protocol, cipher, server) => `TLS: ${protocol}, ${cipher}, server ${server}`,
    insecure: 'Peringatan: identitas server tidak diperiksa (--insecure).',
    keyLogged: (path) =>
      `Peringatan: kunci sesi TLS disimpan di ${path}; siapa pun yang membacanya dapat mendekripsi ` +
      'percakapan ini. Hapus setelah selesai.',
    keyLogFailed: (path, code) =>
      `Peringatan: kunci sesi TLS tidak dapat disimpan lagi di ${path} (${code}).`,
  },
  en: {
    options: {
      tls: 'use TLS 1.2 or 1.3',
      ca: "file of the CA that signed the server's certificate (PEM); without it, the CAs of the system",
      servername: "name that the server's certificate has to be for; without it, the host",
      cert: 'file of the certificate of this client (PEM)',
      key: 'file of the private key of that certificate (PEM)',
      passphrase: 'file with the passphrase of an encrypted key',
      insecure: "do not check the server's certificate (only to try)",
      keyLog: 'log TLS secrets to this file (SSLKEYLOGFILE), to decrypt your own capture',
    },
    secured: (protocol, cipher, server) => `TLS: ${protocol}, ${cipher}, server ${server}`,
    insecure: 'Warning: the identity of the server is not checked (--insecure).',
    keyLogged: (path) =>
      `Warning: TLS secrets are logged in ${path}; whoever reads it can decrypt this ` +
      'conversation. Delete it afterwards.',
    keyLogFailed: (path, code) =>
      `Warning: TLS secrets can no longer be logged in ${path} (${code}).`,
  },
};
