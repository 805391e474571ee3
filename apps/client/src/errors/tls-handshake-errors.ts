import { formatDuration, type ErrorTable } from '@praktikum/service';

/** TLS 1.3 says that none was shown; TLS 1.2 has no word of its own for it. */
const isRequired = (reason: unknown) => /_ALERT_CERTIFICATE_REQUIRED$/.test(String(reason));

/** Handshakes that failed. Every one ends a program with 18. */
export const TLS_HANDSHAKE_ERRORS = {
  ERR_TLS_UNKNOWN_CA: {
    exitCode: 18,
    id: ({ host, port }) => ({
      message: `Sertifikat ${host} port ${port} ditandatangani CA yang tidak dikenal.`,
      remedies: [
        'Sertakan CA yang menandatanganinya: --ca certificates/ca.pem',
        'Hanya untuk mencoba, tanpa memeriksa siapa servernya: --insecure',
      ],
    }),
    en: ({ host, port }) => ({
      message: `The certificate of ${host} port ${port} was signed by an unknown CA.`,
      remedies: [
        'Name the CA that signed it: --ca certificates/ca.pem',
        'Only to try, without checking who the server is: --insecure',
      ],
    }),
  },
  ERR_TLS_WRONG_NAME: {
    exitCode: 18,
    id: ({ host, names }) => ({
      message: `Sertifikat server bukan untuk ${host}${names ? `, melainkan untuk: ${names}` : ''}.`,
      remedies: [
        'Sambungkan dengan salah satu nama itu, atau sebutkan: --servername <nama>',
        `Atau buat sertifikat untuk alamat ini: node praktikum certificates --host ${host} --force`,
      ],
    }),
    en: ({ host, names }) => ({
      message: `The server's certificate is not for ${host}${names ? ` but for: ${names}` : ''}.`,
      remedies: [
        'Connect by one of those names, or say it: --servername <name>',
        `Or make a certificate for this address: node praktikum certificates --host ${host} --force`,
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
      message: `${host} port ${port} tidak berbicara TLS.`,
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
      message: `${host} port ${port} dan client tidak memiliki versi TLS yang sama.`,
      remedies: [
        'Client ini memakai TLS 1.2 dan 1.3; yang lebih lama tidak aman. Perbarui server.',
      ],
    }),
    en: ({ host, port }) => ({
      message: `${host} port ${port} and the client have no version of TLS in common.`,
      remedies: ['This client speaks TLS 1.2 and 1.3; older ones are not safe. Update the server.'],
    }),
  },
  ERR_TLS_CIPHER: {
    exitCode: 18,
    id: ({ host, port }) => ({
      message: `${host} port ${port} dan client tidak memiliki sandi (cipher) yang sama.`,
      remedies: ["Lihat keluaran server; bandingkan: openssl ciphers -v 'HIGH'"],
    }),
    en: ({ host, port }) => ({
      message: `${host} port ${port} and the client have no cipher in common.`,
      remedies: ["Look at the server's output; compare: openssl ciphers -v 'HIGH'"],
    }),
  },
  ERR_TLS_CLIENT_REJECTED: {
    exitCode: 18,
    id: ({ host, port, reason }) => ({
      message: isRequired(reason)
        ? `${host} port ${port} meminta sertifikat dari setiap client.`
        : `${host} port ${port} tidak menerima sertifikat client ini (${reason}).`,
      remedies: [
        'Buat sertifikat client: node praktikum certificates --client budi',
        'Lalu sertakan: --cert certificates/budi.pem --key certificates/budi-key.pem',
      ],
    }),
    en: ({ host, port, reason }) => ({
      message: isRequired(reason)
        ? `${host} port ${port} asks every client for a certificate.`
        : `${host} port ${port} does not accept the certificate of this client (${reason}).`,
      remedies: [
        'Make a client certificate: node praktikum certificates --client budi',
        'Then show it: --cert certificates/budi.pem --key certificates/budi-key.pem',
      ],
    }),
  },
  ERR_TLS_SILENT: {
    exitCode: 18,
    id: ({ host, port, ms }) => ({
      message: `${host} port ${port} tidak menjawab handshake TLS dalam ${formatDuration(Number(ms))}.`,
      remedies: [
        'Mungkin server itu tidak berbicara TLS: coba tanpa --tls.',
        'Mungkin ia sedang melayani client lain; beri waktu lebih: --timeout 30s',
      ],
    }),
    en: ({ host, port, ms }) => ({
      message: `${host} port ${port} did not answer the TLS handshake within ${formatDuration(Number(ms))}.`,
      remedies: [
        'It may be a server that does not speak TLS: try without --tls.',
        'It may be busy with another client; allow more time: --timeout 30s',
      ],
    }),
  },
  ERR_TLS_HANDSHAKE: {
    exitCode: 18,
    id: ({ host, port, reason }) => ({
      message: `TLS dengan ${host} port ${port} gagal (${reason}).`,
      remedies: [
        'Lihat keluaran server: sebabnya tertulis di sana.',
        `Bandingkan: openssl s_client -connect ${host}:${port}`,
      ],
    }),
    en: ({ host, port, reason }) => ({
      message: `TLS with ${host} port ${port} failed (${reason}).`,
      remedies: [
        "Look at the server's output: the reason is there.",
        `Compare: openssl s_client -connect ${host}:${port}`,
      ],
    }),
  },
} as const satisfies ErrorTable;
