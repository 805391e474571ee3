import type { Catalogue } from '@praktikum/service';
import type { HandshakeFailureReason, TlsDetails } from '@praktikum/socket-pool';

/** TLS in the help and the log of a server. */
export interface TlsTexts {
  readonly options: Record<
    'tls' | 'cert' | 'key' | 'passphrase' | 'ca' | 'clientCert' | 'keyLog',
    string
  >;
  readonly secured: (address: string, tls: TlsDetails) => string;
  readonly handshakeFailed: (address: string, reason: string, code: string) => string;
  readonly failures: Readonly<Record<HandshakeFailureReason, string>>;
  readonly keyLogged: (path: string) => string;
  readonly keyLogFailed: (code: string) => string;
}

export const TLS_TEXTS: Catalogue<TlsTexts> = {
  id: {
    options: {
      tls: 'layani client lewat TLS 1.2 dan 1.3',
      cert: 'berkas sertifikat (PEM); boleh diulang bersama --key; sertifikat dipilih menurut nama host (SNI)',
      key: 'berkas kunci privat untuk sertifikat itu (PEM)',
      passphrase: 'berkas berisi kata sandi untuk kunci privat yang terenkripsi',
      ca: 'berkas CA yang menandatangani sertifikat client (PEM)',
      clientCert:
        'sertifikat client: none (tidak diminta), optional (boleh), atau required (wajib)',
      keyLog:
        'simpan kunci sesi TLS di berkas ini (SSLKEYLOGFILE) untuk mendekripsi rekaman sendiri',
    },
    secured: (address, { protocol, cipher, resumed, clientName }) =>
      `TLS dengan ${address}: ${protocol}, ${cipher}` +
      `${resumed ? ', sesi dilanjutkan' : ''}${clientName ? `, client ${clientName}` : ''}`,
    handshakeFailed: (address, reason, code) =>
      `Handshake TLS dengan ${address} gagal: ${reason} (${code}).`,
    failures: {
      'plain-text': 'client tidak memakai TLS; jalankan client dengan --tls',
      protocol: 'client hanya mendukung versi TLS yang terlalu lama',
      cipher: 'tidak ada cipher yang didukung keduanya',
      'unknown-ca': 'client tidak mengenal CA sertifikat server; salin ca.pem ke client',
      'certificate-rejected': 'client tidak menerima sertifikat server',
      'no-client-certificate': 'client tidak mengirim sertifikat',
      'client-certificate': 'sertifikat client tidak dapat dipercaya',
      timeout: 'handshake tidak selesai pada waktunya',
      overload: 'terlalu banyak handshake yang belum selesai',
      left: 'client memutus koneksi sebelum handshake selesai',
      closing: 'server sedang berhenti',
      broken: 'data dari client bukan TLS yang benar',
    },
    keyLogged: (path) =>
      `Kunci sesi semua koneksi TLS disimpan di ${path}: siapa pun yang membacanya dapat mendekripsi ` +
      'seluruh percakapan. Gunakan hanya untuk rekaman sendiri; hapus setelah selesai.',
    keyLogFailed: (code) =>
      `Kunci sesi TLS tidak dapat disimpan lagi (${code}); client tetap dilayani.`,
  },
  en: {
    options: {
      tls: 'serve clients through TLS 1.2 and 1.3',
      cert: 'certificate file (PEM); may be repeated together with --key; the host name chooses (SNI)',
      key: 'file of the private key of that certificate (PEM)',
      passphrase: 'file with the passphrase of an encrypted key',
      ca: 'file of the CA that signs certificates of clients (PEM)',
      clientCert: 'certificates of clients: none (not asked for), optional, or required',
      keyLog: 'log TLS secrets to this file (SSLKEYLOGFILE), to decrypt your own capture',
    },
    secured: (address, { protocol, cipher, resumed, clientName }) =>
      `TLS with ${address}: ${protocol}, ${cipher}` +
      `${resumed ? ', session resumed' : ''}${clientName ? `, client ${clientName}` : ''}`,
    handshakeFailed: (address, reason, code) =>
      `The TLS handshake with ${address} failed: ${reason} (${code}).`,
    failures: {
      'plain-text': 'the client does not speak TLS; run it with --tls',
      protocol: 'the client supports only versions of TLS that are too old',
      cipher: 'no cipher is supported by both',
      'unknown-ca':
        "the client does not know the CA of the server's certificate; copy ca.pem to the client",
      'certificate-rejected': "the client does not accept the server's certificate",
      'no-client-certificate': 'the client sent no certificate',
      'client-certificate': "the client's certificate cannot be trusted",
      timeout: 'it did not finish in time',
      overload: 'too many handshakes are unfinished',
      left: 'the client disconnected before the end of the handshake',
      closing: 'the server is stopping',
      broken: 'the data of the client is not correct TLS',
    },
    keyLogged: (path) =>
      `The secrets of all TLS connections are logged in ${path}: whoever reads it can decrypt ` +
      'every conversation. Use it for your own captures only; delete it afterwards.',
    keyLogFailed: (code) =>
      `TLS secrets can no longer be logged (${code}); clients are still served.`,
  },
};
