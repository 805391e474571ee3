import { describeErrorTable } from '@praktikum/testing';
import { ERRORS } from './errors.ts';
import { joinErrors } from './errors/error-table.ts';
import { NAME_ERRORS } from './errors/name-errors.ts';
import { tlsMaterialErrors } from './errors/tls-material-errors.ts';

const { errors } = joinErrors(ERRORS, NAME_ERRORS, tlsMaterialErrors('buat-sertifikat'));
const DETAILS = {
  host: '10.0.0.1',
  ms: 500,
  value: 'x',
  option: '--x',
  other: '--y',
  accepts: '1, 2',
  least: 1,
  reason: 'sebab',
  path: 'a.txt',
  expected: 'key',
  holds: 'key',
  date: '2026-01-31T00:00:00.000Z',
  cert: 'server.pem',
  given: 'no',
};

// Whoever has read enough needs no remedy.
describeErrorTable(errors, DETAILS, ['ERR_STDOUT_CUT']);
