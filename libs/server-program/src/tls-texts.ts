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
      cert: 'berkas sertifikat (PEM); boleh berulang bersama --key, dipilih menurut nama host (SNI)',
      key: 'berkas kunci privat dari sertifikat itu (PEM)',
      passphrase: 'berkas berisi kata sandi kunci yang terenkripsi',
      ca: 'berkas CA yang menandatangani sertifikat client (PEM)',
      clientCert: 'sertifikat client: none, optional, atau required',
      keyLog: 'catat rahasia TLS ke berkas ini (SSLKEYLOGFILE) untuk membuka capture sendiri',
    },
    secured: (address, { protocol, cipher, resumed, clientName }) =>
      `TLS dengan ${address}: ${protocol}, ${cipher}` +
      `${resumed ? ', sesi dilanjutkan' : ''}${clientName ? `, client ${clientName}` : ''}`,
    handshakeFailed: (address, reason, code) =>
      `Handshake TLS dengan ${address} gagal: ${reason} (${code}).`,
    failures: {
      'plain-text': 'client berbicara tanpa TLS; jalankan client dengan --tls',
      protocol: 'client hanya mengenal versi TLS yang terlalu lama',
      cipher: 'tidak ada sandi (cipher) yang dikenal keduanya',
      'unknown-ca': 'client tidak mengenal CA sertifikat server; berikan ca.pem kepadanya',
      'certificate-rejected': 'client tidak menerima sertifikat server',
      'no-client-certificate': 'client tidak menunjukkan sertifikat',
      'client-certificate': 'sertifikat client tidak dapat dipercaya',
      timeout: 'terlalu lama',
      overload: 'terlalu banyak handshake yang belum selesai',
      left: 'client pergi sebelum selesai',
      closing: 'server sedang berhenti',
      broken: 'yang dikirim client bukan TLS yang benar',
    },
    keyLogged: (path) =>
      `Rahasia semua koneksi TLS dicatat di ${path}: siapa pun yang membacanya dapat membuka ` +
      'seluruh percakapan. Hanya untuk capture sendiri; hapus setelah selesai.',
    keyLogFailed: (code) =>
      `Rahasia TLS tidak dapat dicatat lagi (${code}); client tetap dilayani.`,
  },
  en: {
    options: {
      tls: 'serve clients through TLS 1.2 and 1.3',
      cert: 'certificate file (PEM); may be repeated with --key, chosen by host name (SNI)',
      key: 'file of the private key of that certificate (PEM)',
      passphrase: 'file with the passphrase of an encrypted key',
      ca: 'file of the CA that signs certificates of clients (PEM)',
      clientCert: 'certificates of clients: none, optional, or required',
      keyLog: 'log TLS secrets to this file (SSLKEYLOGFILE), to decrypt your own capture',
    },
    secured: (address, { protocol, cipher, resumed, clientName }) =>
      `TLS with ${address}: ${protocol}, ${cipher}` +
      `${resumed ? ', session resumed' : ''}${clientName ? `, client ${clientName}` : ''}`,
    handshakeFailed: (address, reason, code) =>
      `The TLS handshake with ${address} failed: ${reason} (${code}).`,
    failures: {
      'plain-text': 'the client does not speak TLS; run it with --tls',
      protocol: 'the client knows only versions of TLS that are too old',
      cipher: 'there is no cipher that both know',
      'unknown-ca': "the client does not know the CA of the server's certificate; give it ca.pem",
      'certificate-rejected': "the client does not accept the server's certificate",
      'no-client-certificate': 'the client shows no certificate',
      'client-certificate': "the client's certificate cannot be trusted",
      timeout: 'it took too long',
      overload: 'too many handshakes are unfinished',
      left: 'the client left before its end',
      closing: 'the server is stopping',
      broken: 'what the client sends is not proper TLS',
    },
    keyLogged: (path) =>
      `The secrets of all TLS connections are logged in ${path}: whoever reads it can decrypt ` +
      'everything that is said. For your own captures only; delete it afterwards.',
    keyLogFailed: (code) =>
      `The secrets of TLS cannot be logged any more (${code}); clients are served on.`,
  },
};
