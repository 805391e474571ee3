import type { ErrorEntry, ErrorTable } from '@praktikum/service';

type Details = Parameters<ErrorEntry['id']>[0];
type Say = (details: Details) => string;

const FIELDS = {
  id: 'Contoh: tcp.port == 12345 && ip.addr == 127.0.0.1',
  en: 'An example: tcp.port == 12345 && ip.addr == 127.0.0.1',
};

/** A filter that cannot be used: what is wrong, the place marked below it, and what would fit. */
function entry(id: Say, en: Say, fits: { id: Say; en: Say } = NOTHING): ErrorEntry {
  return {
    exitCode: 2,
    id: explained(id, fits.id, FIELDS.id),
    en: explained(en, fits.en, FIELDS.en),
  };
}

function explained(message: Say, fits: Say, example: string): ErrorEntry['id'] {
  return (details) => ({
    message: `${message(details)}\n  ${details['shown']}\n  ${details['marker']}`,
    remedies: [fits(details), example].filter((remedy) => remedy !== ''),
  });
}

const NOTHING = { id: () => '', en: () => '' };
const FITS = {
  id: ({ suggestion }: Details) => (suggestion === '' ? '' : `Yang cocok: ${suggestion}`),
  en: ({ suggestion }: Details) => (suggestion === '' ? '' : `What would fit: ${suggestion}`),
};

/** What can be wrong with `--filter`. */
export const FILTER_ERRORS = {
  ERR_FILTER_EMPTY: entry(
    () => 'Filter itu kosong.',
    () => 'The filter is empty.',
  ),
  ERR_FILTER_UNEXPECTED: entry(
    ({ found, position }) => `"${found}" tidak dapat berada di sini (karakter ke-${position}):`,
    ({ found, position }) => `"${found}" cannot stand here (character ${position}):`,
    FITS,
  ),
  ERR_FILTER_INCOMPLETE: entry(
    ({ position }) => `Filter itu belum selesai (karakter ke-${position}):`,
    ({ position }) => `The filter is not finished (character ${position}):`,
    FITS,
  ),
  ERR_FILTER_UNKNOWN_FIELD: entry(
    ({ found, position }) => `Analyzer tidak mengenal field ${found} (karakter ke-${position}):`,
    ({ found, position }) => `The analyzer knows no field ${found} (character ${position}):`,
    FITS,
  ),
  ERR_FILTER_BAD_VALUE: entry(
    ({ found, position }) =>
      `Nilai ${found} tidak cocok dengan field itu (karakter ke-${position}):`,
    ({ found, position }) => `The value ${found} does not fit the field (character ${position}):`,
    FITS,
  ),
  ERR_FILTER_BAD_OPERATOR: entry(
    ({ found, position }) =>
      `Field itu tidak dapat dipakai dengan ${found} (karakter ke-${position}):`,
    ({ found, position }) => `The field cannot be used with ${found} (character ${position}):`,
    FITS,
  ),
  ERR_FILTER_UNSUPPORTED: entry(
    ({ found, position }) =>
      `Wireshark mungkin mengenal ${found} di sini, analyzer tidak (karakter ke-${position}):`,
    ({ found, position }) =>
      `Wireshark may know ${found} here, the analyzer does not (character ${position}):`,
    FITS,
  ),
  ERR_FILTER_BAD_ESCAPE: entry(
    ({ found, position }) =>
      `${found} di dalam tanda kutip tidak berarti apa-apa (karakter ke-${position}):`,
    ({ found, position }) => `${found} in quotation marks means nothing (character ${position}):`,
    FITS,
  ),
  ERR_FILTER_OPEN_STRING: entry(
    ({ position }) => `Tanda kutip ini tidak ditutup (karakter ke-${position}):`,
    ({ position }) => `This quotation mark is not closed (character ${position}):`,
  ),
  ERR_FILTER_TOO_DEEP: entry(
    ({ position }) => `Terlalu banyak tanda kurung atau not bersarang (karakter ke-${position}):`,
    ({ position }) => `Too many parentheses or nots in one another (character ${position}):`,
  ),
  ERR_FILTER_TOO_LONG: entry(
    ({ position }) =>
      `Filter ini terlalu panjang; sampai di sini ia dibaca (karakter ke-${position}):`,
    ({ position }) => `This filter is too long; it is read up to here (character ${position}):`,
  ),
  ERR_FILTER_CAPTURE_FILTER: {
    exitCode: 2,
    id: ({ found, suggestion }) => ({
      message:
        `"${found}" adalah capture filter, bahasa untuk memilih apa yang direkam. Di sini dipakai ` +
        'display filter, seperti di baris filter Wireshark.',
      remedies: [`Artinya sama: --filter='${suggestion}'`],
    }),
    en: ({ found, suggestion }) => ({
      message:
        `"${found}" is a capture filter, the language that says what is recorded. Here a display ` +
        "filter is needed, as in Wireshark's filter bar.",
      remedies: [`This means the same: --filter='${suggestion}'`],
    }),
  },
} as const satisfies ErrorTable;
