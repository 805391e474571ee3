import { describeErrorTable } from '@praktikum/testing';
import { RELAY_ERRORS } from './relay-errors.ts';

describeErrorTable(RELAY_ERRORS.errors, {
  host: '10.0.0.1',
  port: 12346,
  holder: 'node (PID 1)',
  own: '127.0.0.1',
});
