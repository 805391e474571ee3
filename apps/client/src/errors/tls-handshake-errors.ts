import { formatDuration, type ErrorTable } from '@praktikum/service';

/** TLS 1.3 says that none was shown; TLS 1.2 has no word of its own for it. */
const isRequired = (reason: unknown) => /_ALERT_CERTIFICATE_REQUIRED$/.test(String(reason));

/** Handshakes that failed. Every one ends a program with 18. */
export const TLS_HANDSHAKE_ERRORS = {
  ERR_TLS_UNKNOWN_CA: {
    exitCode: 18,
    id: ({ host, port }) => ({
      message: `Sertifikat ${host} port ${port} ditandatangani oleh CA yang tidak dikenal.`,
      remedies: [
        'Tambahkan CA yang menandatanganinya (dari komputer server): --ca certificates/ca.pem',
        'Hanya untuk mencoba, tanpa memeriksa identitas server: --insecure',
      ],
    }),
    en: ({ host, port }) => ({
      message: `The certificate of ${host} port ${port} was signed by an unknown CA.`,
      remedies: [
        'Add the CA that signed it (from the server): --ca certificates/ca.pem',
        'Only to try, without checking the identity of the server: --insecure',
      ],
    }),
  },
  ERR_TLS_WRONG_NAME: {
    exitCode: 18,
    id: ({ host, names }) => ({
      message: `Sertifikat server bukan untuk ${host}${names ? `, melainkan untuk: ${names}` : ''}.`,
      remedies: [
        'Hubungi server dengan salah satu nama itu, atau tambahkan: --servername <nama>',
        `Atau buat sertifikat untuk alamat ini di komputer server: node praktikum certificates --host ${host} --force`,
        'Server memakai sertifikat baru setelah dijalankan ulang, atau setelah r lalu Enter di terminalnya.',
      ],
    }),
    en: ({ host, names }) => ({
      message: `The server's certificate is not for ${host}${names ? ` but for: ${names}` : ''}.`,
      remedies: [
        'Connect by one of those names, or add: --servername <name>',
        `Or make a certificate for this address on the server: node praktikum certificates --host ${host} --force`,
        'The server takes a new certificate when it is started again, or by r and Enter on its terminal.',
      ],
    }),
  },
  ERR_TLS_SERVER_EXPIRED: {
    exitCode: 18,
    id: ({ host, reason }) => ({
      message: `Sertifikat ${host} ${reason === 'CERT_HAS_EXPIRED' ? 'sudah kedaluwarsa' : 'belum berlaku'}.`,
      remedies: [
        'Periksa tanggal dan jam kedua komputer.',
        'Buat sertifikat baru di komputer server: node praktikum certificates --force',
      ],
    }),
    en: ({ host, reason }) => ({
      message: `The certificate of ${host} ${reason === 'CERT_HAS_EXPIRED' ? 'has expired' : 'is not valid yet'}.`,
      remedies: [
        'Check the date and time of both machines.',
        'Make a new certificate on the server: node praktikum certificates --force',
      ],
    }),
  },
  ERR_TLS_PLAIN_SERVER: {
    exitCode: 18,
    id: ({ host, port }) => ({
      message: `${host} port ${port} tidak memakai TLS.`,
      remedies: [
        'Jalankan client tanpa --tls, atau server dengan --tls --cert … --key …',
        `Periksa lebih jauh: node praktikum client doctor ${host} ${port} --tls`,
      ],
    }),
    en: ({ host, port }) => ({
      message: `${host} port ${port} does not speak TLS.`,
      remedies: [
        'Run the client without --tls, or the server with --tls --cert … --key …',
        `Look further: node praktikum client doctor ${host} ${port} --tls`,
      ],
    }),
  },
  ERR_TLS_PROTOCOL: {
    exitCode: 18,
    id: ({ host, port }) => ({
      message: `${host} port ${port} dan client ini tidak mendukung versi TLS yang sama.`,
      remedies: [
        'Perbarui server: client ini hanya memakai TLS 1.2 dan 1.3, karena versi yang lebih lama tidak aman.',
      ],
    }),
    en: ({ host, port }) => ({
      message: `${host} port ${port} and this client support no common version of TLS.`,
      remedies: [
        'Update the server: this client speaks TLS 1.2 and 1.3 only, because older versions are not safe.',
      ],
    }),
  },
  ERR_TLS_CIPHER: {
    exitCode: 18,
    id: ({ host, port }) => ({
      message: `${host} port ${port} dan client ini tidak mendukung cipher yang sama.`,
      remedies: [`Bandingkan: openssl s_client -connect ${host}:${port}`],
    }),
    en: ({ host, port }) => ({
      message: `${host} port ${port} and this client support no common cipher.`,
      remedies: [`Compare: openssl s_client -connect ${host}:${port}`],
    }),
  },
  ERR_TLS_CLIENT_REJECTED: {
    exitCode: 18,
    id: ({ host, port, reason }) => ({
      message: isRequired(reason)
        ? `${host} port ${port} meminta sertifikat dari setiap client.`
        : `${host} port ${port} tidak menerima sertifikat client ini (${reason}).`,
      remedies: [
        'Buat sertifikat client di komputer server, dengan CA server: node praktikum certificates --client budi',
        'Lalu tambahkan: --cert certificates/budi.pem --key certificates/budi-key.pem',
      ],
    }),
    en: ({ host, port, reason }) => ({
      message: isRequired(reason)
        ? `${host} port ${port} asks every client for a certificate.`
        : `${host} port ${port} does not accept the certificate of this client (${reason}).`,
      remedies: [
        'Make a client certificate on the server, with its CA: node praktikum certificates --client budi',
        'Then add: --cert certificates/budi.pem --key certificates/budi-key.pem',
      ],
    }),
  },
  ERR_TLS_SILENT: {
    exitCode: 18,
    id: ({ host, port, ms }) => ({
      message: `${host} port ${port} tidak menjawab handshake TLS dalam ${formatDuration(Number(ms))}.`,
      remedies: [
        'Mungkin server itu tidak memakai TLS: coba tanpa --tls.',
        'Mungkin server sedang melayani client lain; tunggu lebih lama: --timeout 30s',
      ],
    }),
    en: ({ host, port, ms }) => ({
      message: `${host} port ${port} did not answer the TLS handshake within ${formatDuration(Number(ms))}.`,
      remedies: [
        'The server may not speak TLS: try without --tls.',
        'The server may be busy with another client; wait longer: --timeout 30s',
      ],
    }),
  },
  ERR_TLS_HANDSHAKE: {
    exitCode: 18,
    id: ({ host, port, reason }) => ({
      message: `Handshake TLS dengan ${host} port ${port} gagal (${reason}).`,
      remedies: [
        'Lihat log server: penyebabnya tertulis di sana.',
        `Bandingkan: openssl s_client -connect ${host}:${port}`,
      ],
    }),
    en: ({ host, port, reason }) => ({
      message: `The TLS handshake with ${host} port ${port} failed (${reason}).`,
      remedies: [
        "Look at the server's log: the reason is there.",
        `Compare: openssl s_client -connect ${host}:${port}`,
      ],
    }),
  },
} as const satisfies ErrorTable;
