import type { ErrorTable } from './error-table.ts';

const seeHelp = {
  id: 'Tambahkan --help untuk melihat semua pilihan.',
  en: 'Add --help to see every option.',
};

/** Wrong arguments: every one ends a program with 2. */
export const USAGE_ERRORS = {
  ERR_OPTION_UNKNOWN: {
    exitCode: 2,
    id: ({ value, nearest }) => ({
      message: `Pilihan ${value} tidak dikenal.`,
      remedies: [...(nearest ? [`Maksud Anda: ${nearest}?`] : []), seeHelp.id],
    }),
    en: ({ value, nearest }) => ({
      message: `Unknown option ${value}.`,
      remedies: [...(nearest ? [`Did you mean ${nearest}?`] : []), seeHelp.en],
    }),
  },
  ERR_COMMAND_UNKNOWN: {
    exitCode: 2,
    id: ({ value }) => ({
      message: `Perintah ${value} tidak dikenal.`,
      remedies: ['Tambahkan --help untuk melihat semua perintah.'],
    }),
    en: ({ value }) => ({
      message: `Unknown command ${value}.`,
      remedies: ['Add --help to see every command.'],
    }),
  },
  ERR_COMMAND_MISSING: {
    exitCode: 2,
    id: () => ({
      message: 'Perintahnya belum disebut.',
      remedies: ['Tambahkan --help untuk melihat semua perintah.'],
    }),
    en: () => ({
      message: 'No command is named.',
      remedies: ['Add --help to see every command.'],
    }),
  },
  ERR_OPTION_VALUE: {
    exitCode: 2,
    id: ({ option, value, accepts }) => ({
      message: `Nilai "${value}" untuk ${option} tidak dapat dipakai.`,
      remedies: [`${option} menerima: ${accepts}`],
    }),
    en: ({ option, value, accepts }) => ({
      message: `The value "${value}" of ${option} cannot be used.`,
      remedies: [`${option} accepts: ${accepts}`],
    }),
  },
  ERR_OPTION_UNIT: {
    exitCode: 2,
    id: ({ option, value }) => ({
      message: `${option} memerlukan satuan waktu di belakang ${value}.`,
      remedies: [
        `Tulis ${value}s untuk detik atau ${value}ms untuk milidetik; m (menit) dan h (jam) juga bisa.`,
      ],
    }),
    en: ({ option, value }) => ({
      message: `${option} needs a unit of time after ${value}.`,
      remedies: [
        `Write ${value}s for seconds or ${value}ms for milliseconds; m (minutes) and h (hours) work too.`,
      ],
    }),
  },
  ERR_OPTION_MISSING: {
    exitCode: 2,
    id: ({ value }) => ({
      message: `${value} memerlukan sebuah nilai.`,
      remedies: [seeHelp.id],
    }),
    en: ({ value }) => ({ message: `${value} needs a value.`, remedies: [seeHelp.en] }),
  },
  ERR_OPTION_CONFLICT: {
    exitCode: 2,
    id: ({ option, other }) => ({
      message: `${option} dan ${other} tidak dapat dipakai bersama.`,
      remedies: ['Pilih salah satu.'],
    }),
    en: ({ option, other }) => ({
      message: `${option} and ${other} cannot be used together.`,
      remedies: ['Choose one of them.'],
    }),
  },
  ERR_OPTION_NEEDS: {
    exitCode: 2,
    id: ({ option, other }) => ({
      message: `${option} hanya berlaku bersama ${other}.`,
      remedies: [`Tambahkan ${other}, atau hilangkan ${option}.`],
    }),
    en: ({ option, other }) => ({
      message: `${option} works only together with ${other}.`,
      remedies: [`Add ${other}, or leave ${option} out.`],
    }),
  },
  ERR_ARGUMENTS: {
    exitCode: 2,
    id: () => ({
      message: 'Jumlah argumen kurang atau terlalu banyak.',
      remedies: ['Tulis teks yang mengandung spasi di antara tanda kutip.', seeHelp.id],
    }),
    en: () => ({
      message: 'Too few or too many arguments.',
      remedies: ['Put text that contains spaces between quotation marks.', seeHelp.en],
    }),
  },
  ERR_ENDPOINT: {
    exitCode: 2,
    id: ({ value }) => ({
      message: `"${value}" bukan alamat.`,
      remedies: ['Tulis nama atau alamat IP, misalnya localhost, 192.168.1.10, atau [::1]:8080.'],
    }),
    en: ({ value }) => ({
      message: `"${value}" is not an address.`,
      remedies: ['Give a name or an IP address, such as localhost, 192.168.1.10 or [::1]:8080.'],
    }),
  },
  ERR_HOST_IS_NUMBER: {
    exitCode: 2,
    id: ({ value }) => ({
      message: `"${value}" adalah bilangan, bukan alamat.`,
      remedies: [
        `Alamat ditulis lebih dulu: localhost ${value}, atau pakai --port ${value}`,
        `Bila program ini dijalankan lewat npm, tulis -- di depan pilihannya: -- --port ${value}`,
      ],
    }),
    en: ({ value }) => ({
      message: `"${value}" is a number, not an address.`,
      remedies: [
        `Write the host first: localhost ${value}, or use --port ${value}`,
        `If you start this program through npm, write -- before its options: -- --port ${value}`,
      ],
    }),
  },
  ERR_PORT: {
    exitCode: 2,
    id: ({ value, least }) => ({
      message: `"${value}" bukan nomor port.`,
      remedies: [`Port adalah bilangan dari ${least} sampai 65535.`],
    }),
    en: ({ value, least }) => ({
      message: `"${value}" is not a port number.`,
      remedies: [`A port is a whole number from ${least} to 65535.`],
    }),
  },
} as const satisfies ErrorTable;
