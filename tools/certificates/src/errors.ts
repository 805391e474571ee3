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
          remedies: [
            'Untuk menggantinya: --force',
            'Untuk menyimpan di tempat lain: --out <folder>',
          ],
        }),
        en: ({ path }) => ({
          message: `${path} exists already and is not overwritten.`,
          remedies: ['To replace it: --force', 'To save elsewhere: --out <folder>'],
        }),
      },
    },
  },
);
