import type { ErrorEntry, ProgramErrors } from './error-table.ts';

const UNKNOWN_NAME: ErrorEntry = {
  exitCode: 8,
  id: ({ host }) => ({
    message: `Nama "${host}" tidak dikenal.`,
    remedies: ['Periksa ejaan nama itu, atau gunakan alamat IP server.'],
  }),
  en: ({ host }) => ({
    message: `The name "${host}" is unknown.`,
    remedies: ["Check its spelling, or use the server's IP address."],
  }),
};

/** Of programs that look up the name of a host. */
export const NAME_ERRORS: ProgramErrors = {
  exitCodes: { 8: { id: 'nama komputer tidak dikenal', en: 'unknown host name' } },
  errors: { ENOTFOUND: UNKNOWN_NAME, EAI_AGAIN: UNKNOWN_NAME, EAI_NODATA: UNKNOWN_NAME },
};
