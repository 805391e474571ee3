import type { ProgramErrors } from '@praktikum/service';
import { dataReason } from './data-reason.ts';

/** What the chat server can end by, beside what every service with a pool can. */
export const ERRORS: ProgramErrors = {
  exitCodes: {},
  errors: {
    ERR_CHAT_CONFIG: {
      exitCode: 2,
      id: ({ path, key, value, accepts }) => ({
        message: `Di ${path}, ${key} tidak dapat bernilai ${value === '' ? '(kosong)' : value}.`,
        remedies: [`${key} menerima: ${accepts}`],
      }),
      en: ({ path, key, value, accepts }) => ({
        message: `In ${path}, ${key} cannot be ${value === '' ? '(missing)' : value}.`,
        remedies: [`${key} accepts: ${accepts}`],
      }),
    },
    ERR_CHAT_CONFIG_KEY: {
      exitCode: 2,
      id: ({ path, key, known }) => ({
        message: `Kunci ${key} di ${path} tidak dikenal.`,
        remedies: [`Yang dikenal di sana: ${known}`],
      }),
      en: ({ path, key, known }) => ({
        message: `The key ${key} in ${path} is unknown.`,
        remedies: [`Known there: ${known}`],
      }),
    },
    ERR_CHAT_CONFIG_JSON: {
      exitCode: 2,
      id: ({ path, reason }) => ({
        message: `${path} bukan JSON (${reason}).`,
        remedies: ['Periksa tanda kutip, koma, dan kurung di tempat itu.'],
      }),
      en: ({ path, reason }) => ({
        message: `${path} is not JSON (${reason}).`,
        remedies: ['Check the quotes, commas and brackets at that place.'],
      }),
    },
    ERR_CHAT_TEACHER: {
      exitCode: 2,
      id: ({ name }) => ({
        message: `${name} tidak dapat menjadi akun guru.`,
        remedies: [
          'Gunakan nama yang bisa menjadi nick: huruf dan angka, tanpa spasi, mulai dengan huruf.',
          'Akun harus diizinkan: hapus "accounts": false dari berkas pengaturan.',
        ],
      }),
      en: ({ name }) => ({
        message: `${name} cannot be the account of a teacher.`,
        remedies: [
          'Use a name that can be a nick: letters and digits, no spaces, a letter first.',
          'Accounts have to be allowed: remove "accounts": false from the configuration.',
        ],
      }),
    },
    ERR_CHAT_PASSWORD_HIDDEN: {
      exitCode: 2,
      id: ({ option }) => ({
        message: `Kata sandi guru hanya ditampilkan sekali, dan ${option} menyembunyikannya.`,
        remedies: [`Jalankan sekali tanpa ${option}, dan catat kata sandinya.`],
      }),
      en: ({ option }) => ({
        message: `The password of the teacher is shown once, and ${option} hides it.`,
        remedies: [`Start it once without ${option}, and write the password down.`],
      }),
    },
    ERR_CHAT_TEACHER_TAKEN: {
      exitCode: 2,
      id: ({ name }) => ({
        message: `Akun ${name} sudah ada, dan bukan akun guru.`,
        remedies: ['Pilih nama lain dengan --teacher, atau folder data lain dengan --data.'],
      }),
      en: ({ name }) => ({
        message: `The account ${name} exists already, and is not a teacher's.`,
        remedies: ['Choose another name with --teacher, or another folder with --data.'],
      }),
    },
    ERR_CHAT_DATA: {
      exitCode: 14,
      id: ({ path, reason }) => ({
        message: `Data chat di ${path} tidak dapat dipakai (${dataReason('id', reason)}).`,
        remedies: ['Periksa folder itu dan izinnya, atau pilih folder lain: --data FOLDER'],
      }),
      en: ({ path, reason }) => ({
        message: `The chat's data in ${path} cannot be used (${dataReason('en', reason)}).`,
        remedies: ['Check that folder and its permissions, or choose another one: --data FOLDER'],
      }),
    },
    ERR_CHAT_DATA_IN_USE: {
      exitCode: 14,
      id: ({ path }) => ({
        message: `Server chat lain sedang memakai data di ${path}.`,
        remedies: ['Hentikan server itu, atau pilih folder lain: --data FOLDER'],
      }),
      en: ({ path }) => ({
        message: `Another chat server is using the data in ${path}.`,
        remedies: ['Stop that server, or choose another folder: --data FOLDER'],
      }),
    },
    ERR_CHAT_NOTHING_KEPT: {
      exitCode: 2,
      id: ({ channel, path }) => ({
        message: `Tidak ada percakapan dari ${channel} yang disimpan di ${path}.`,
        remedies: [
          'Periksa nama channel, dengan tanda kutip: --channel "#kelas"',
          'Periksa folder data server itu: --data FOLDER',
        ],
      }),
      en: ({ channel, path }) => ({
        message: `Nothing that was said in ${channel} is kept in ${path}.`,
        remedies: [
          'Check the name of the channel, in quotes: --channel "#kelas"',
          'Check the data folder of that server: --data FOLDER',
        ],
      }),
    },
    ERR_CHAT_STORE_ENDED: {
      exitCode: 14,
      id: () => ({
        message: 'Penyimpanan data chat berhenti sebelum server selesai.',
        remedies: ['Jalankan server sekali lagi; periksa ruang di penyimpanan.'],
      }),
      en: () => ({
        message: "Saving the chat's data ended before the server did.",
        remedies: ['Start the server once more; check the space on the disk.'],
      }),
    },
    ERR_CHAT_STORE_BUSY: {
      exitCode: 14,
      id: () => ({
        message: 'Data chat tidak dapat disimpan: penyimpanan penuh atau terlalu lambat.',
        remedies: ['Sediakan ruang di penyimpanan, lalu jalankan server sekali lagi.'],
      }),
      en: () => ({
        message: "The chat's data cannot be saved: the disk is full or too slow.",
        remedies: ['Make room on the disk, then start the server once more.'],
      }),
    },
    ERR_PASSWORDS_BUSY: {
      exitCode: 14,
      id: () => ({
        message: 'Terlalu banyak kata sandi sedang diperiksa.',
        remedies: ['Coba lagi sebentar.'],
      }),
      en: () => ({
        message: 'Too many passwords are being checked.',
        remedies: ['Try again in a moment.'],
      }),
    },
  },
  logCodes: {
    ERR_MESSAGE_UNKNOWN: {
      event: 'command-failed',
      id: 'pesan yang disebut tidak ada',
      en: 'the message that was named does not exist',
    },
    ERR_CHAT_HISTORY_OFF: {
      event: 'command-failed',
      id: 'server ini tidak menyimpan riwayat',
      en: 'this server keeps no history',
    },
    ERR_IRC_PARAM: {
      event: 'command-failed',
      id: 'jawaban tidak dapat ditulis sebagai satu baris IRC',
      en: 'an answer cannot be written as one line of IRC',
    },
    ERR_IRC_TAG: {
      event: 'command-failed',
      id: 'sebuah tag tidak dapat ditulis',
      en: 'a tag cannot be written',
    },
    ERR_HEAD_TIMEOUT: {
      event: 'closed',
      id: 'client tidak mengirim permintaan HTTP pada waktunya',
      en: 'the client sent no HTTP request in time',
    },
    ERR_FOREIGN_ORIGIN: {
      event: 'closed',
      id: 'halaman dari server lain mencoba membuka WebSocket (lihat origins)',
      en: 'a page of another server tried to open a WebSocket (see origins)',
    },
  },
};
