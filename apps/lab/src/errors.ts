import { joinErrors, type ProgramErrors } from '@praktikum/service';
import { PRACTICUM_ERRORS } from './practicum/practicum-errors.ts';
import { RELAY_ERRORS } from './relay/relay-errors.ts';
import { REPORT_ERRORS } from './report/report-errors.ts';

/** What the lab can end by, beside what every program can. */
export const ERRORS: ProgramErrors = joinErrors(RELAY_ERRORS, {
  exitCodes: {
    21: { id: 'praktikum belum lengkap', en: 'the practicum is incomplete' },
    22: {
      id: 'bukti tidak dapat dipakai atau berubah',
      en: 'evidence has changed, or is of another machine',
    },
  },
  errors: { ...PRACTICUM_ERRORS, ...REPORT_ERRORS },
});
