import type { ProgramErrors } from '@praktikum/service';

/** What the lab can end by, beside what every program can. */
export const ERRORS: ProgramErrors = {
  exitCodes: {},
  errors: {},
};
