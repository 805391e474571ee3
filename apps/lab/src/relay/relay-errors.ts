import { joinErrors, NAME_ERRORS, type ProgramErrors } from '@praktikum/service';

/** What a relay can end by. */
export const RELAY_ERRORS: ProgramErrors = joinErrors(NAME_ERRORS, {
  exitCodes: {
    3: { id: 'port sudah digunakan', en: 'the port is in use' },
    4: { id: 'port hanya boleh dibuka administrator', en: 'the port is for administrators only' },
    5: { id: 'bukan alamat komputer ini', en: 'not an address of this machine' },
  },
  errors: {
    EADDRINUSE: {
      exitCode: 3,
      id: ({ port, holder }) => ({
        message: `Port UDP ${port} sudah digunakan${holder ? ` oleh ${holder}` : ''}.`,
        remedies: [
          'Hentikan program itu, atau gunakan port lain: --listen 12350',
          'Atau biarkan sistem memilih port yang bebas: --listen 0',
        ],
      }),
      en: ({ port, holder }) => ({
        message: `UDP port ${port} is already in use${holder ? ` by ${holder}` : ''}.`,
        remedies: [
          'Stop that program, or use another port: --listen 12350',
          'Or let the system choose a port that is free: --listen 0',
        ],
      }),
    },
    EACCES: {
      exitCode: 4,
      id: ({ port }) => ({
        message: `Port ${port} hanya boleh dibuka oleh administrator (root).`,
        remedies: ['Gunakan port 1024 ke atas, misalnya: --listen 12346'],
      }),
      en: ({ port }) => ({
        message: `Only an administrator (root) may open port ${port}.`,
        remedies: ['Use a port from 1024 up, for example: --listen 12346'],
      }),
    },
    EADDRNOTAVAIL: {
      exitCode: 5,
      id: ({ host, own }) => ({
        message: `${host} bukan alamat komputer ini.`,
        remedies: [
          'Gunakan 127.0.0.1 untuk komputer ini saja, atau 0.0.0.0 untuk semua alamat IPv4.',
          `Alamat komputer ini: ${own}`,
        ],
      }),
      en: ({ host, own }) => ({
        message: `${host} is not an address of this machine.`,
        remedies: [
          'Use 127.0.0.1 for this machine alone, or 0.0.0.0 for every IPv4 address.',
          `The addresses of this machine: ${own}`,
        ],
      }),
    },
    ERR_RELAY_LOOP: {
      exitCode: 2,
      id: ({ port }) => ({
        message: `Relay akan meneruskan ke dirinya sendiri: ia mendengarkan di port ${port} juga.`,
        remedies: [
          'Sebut port server di belakang alamatnya: localhost 12345',
          'Atau biarkan relay mendengarkan di port lain: --listen 12346',
        ],
      }),
      en: ({ port }) => ({
        message: `The relay would pass to itself: it listens on port ${port}, too.`,
        remedies: [
          "Name the server's port after its address: localhost 12345",
          'Or let the relay listen on another port: --listen 12346',
        ],
      }),
    },
  },
});
