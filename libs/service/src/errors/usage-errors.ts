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
      message: `${option} memerlukan satuan waktu: ${value} apa?`,
      remedies: [`Tulis ${value}s untuk detik, atau ${value}ms untuk milidetik; juga ada m dan h.`],
    }),
    en: ({ option, value }) => ({
      message: `${option} needs a unit of time: ${value} what?`,
      remedies: [`Write ${value}s for seconds or ${value}ms for milliseconds; m and h exist too.`],
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
      message: `${option} hanya berarti bersama ${other}.`,
      remedies: [`Tambahkan ${other}, atau hapus ${option}.`],
    }),
    en: ({ option, other }) => ({
      message: `${option} means something only together with ${other}.`,
      remedies: [`Add ${other}, or leave ${option} out.`],
    }),
  },
  ERR_ARGUMENTS: {
    exitCode: 2,
    id: () => ({
      message: 'Argumen kurang atau terlalu banyak.',
      remedies: ['Teks yang mengandung spasi ditulis di antara tanda kutip.', seeHelp.id],
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
      remedies: ['Tulis nama atau alamat IP, misalnya localhost, 192.168.1.10 atau [::1]:8080.'],
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
        `Untuk port ${value}: --port ${value}`,
        `Bila npm yang menjalankan program ini, tulis -- sebelum pilihannya: -- --port ${value}`,
      ],
    }),
    en: ({ value }) => ({
      message: `"${value}" is a number, not an address.`,
      remedies: [
        `For port ${value}: --port ${value}`,
        `If npm starts this program, write -- before its options: -- --port ${value}`,
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
