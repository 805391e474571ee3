import { describeErrorTable } from '@praktikum/testing';
import { ERRORS } from './errors.ts';

describeErrorTable(ERRORS.errors, {
  command: 'node praktikum client',
  code: 6,
  words: 'Error: refused',
  experiments: '1, 2',
  again: 'node praktikum lab --only 1',
  path: 'hasil/evidence.json',
  host: 'lab-07',
  here: 'lab-08',
  files: '1-handshake/client.txt',
  count: 3,
  line: 4,
  seconds: 300,
  text: 'Cerita saya',
  reason: 'sebab',
  port: 12345,
  holder: 'node',
  address: '10.0.0.1',
  own: '10.0.0.1, 10.0.0.2',
  name: 'lab.local',
  endpoint: '127.0.0.1:12345',
});
