import { describeErrorTable } from '@praktikum/testing';
import { ERRORS } from './pool-service/errors.ts';

describeErrorTable(ERRORS.errors, {
  host: '10.0.0.1',
  port: 12345,
  holder: 'node (PID 7)',
  find: 'sudo lsof -i :80',
  stop: 'kill 7',
  free: 12346,
  own: '10.0.0.2',
  where: 'win32',
  reason: 'sebab',
  connections: 3,
  renewed: 1,
  workers: 4,
  ms: 500,
  path: 'a.pem',
  holds: 'key',
  expected: 'key',
  date: '2026-01-31',
  cert: 'a.pem',
  given: 'no',
});
