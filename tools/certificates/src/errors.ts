import { joinErrors, tlsMaterialErrors, type ProgramErrors } from '@praktikum/service';

/** What making certificates can end by, beside what every program can. */
export const ERRORS: ProgramErrors = joinErrors(
  tlsMaterialErrors('node praktikum certificates --host localhost --force'),
  {
    exitCodes: {},
    errors: {
      ERR_TLS_EXISTS: {
        exitCode: 17,
        id: ({ path }) => ({
          message: `${path} sudah ada dan tidak ditimpa.`,
          remedies: ['Ganti berkas itu: --force', 'Atau simpan di folder lain: --out <folder>'],
        }),
        en: ({ path }) => ({
          message: `${path} already exists and is not overwritten.`,
          remedies: ['Replace it: --force', 'Or save in another folder: --out <folder>'],
        }),
      },
    },
  },
);
