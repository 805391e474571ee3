import { describeErrorTable } from '@praktikum/testing';
import { ERRORS } from './errors.ts';

describeErrorTable(ERRORS.errors, {
  path: 'chat.json',
  key: 'port',
  value: '"x"',
  accepts: '0 … 65535',
  known: 'host, port',
  reason: 'ENOSPC',
  name: 'bu_guru',
  channel: '#kelas',
  option: '--watch',
});
