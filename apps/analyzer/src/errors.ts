import type { ProgramErrors } from '@praktikum/service';
import { ANALYZER_ERRORS } from './errors/analyzer-errors.ts';

/** What the analyzer can end by, beside what every program can. */
export const ERRORS: ProgramErrors = {
  exitCodes: {
    19: { id: 'lalu lintas tidak dapat direkam', en: 'traffic cannot be captured' },
  },
  errors: ANALYZER_ERRORS,
};
