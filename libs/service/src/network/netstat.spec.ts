import { expect, it } from '@jest/globals';
import { pidInNetstat } from './netstat.ts';

const PRINTED = `
Koneksi Aktif

  Proto  Alamat Lokal           Alamat Asing           Status          PID
  TCP    0.0.0.0:8080           0.0.0.0:0              LISTENING       11
  TCP    127.0.0.1:9090         127.0.0.1:53301        TIME_WAIT       0
  TCP    127.0.0.1:53301        127.0.0.1:8080         ESTABLISHED     12
  TCP    [::]:12345             [::]:0                 LISTENING       13
  TCP    [::1]:18080            [::]:0                 LISTENING       14
  UDP    0.0.0.0:5353           *:*                                    15
  UDP    [fe80::1%3]:12345      *:*                                    16
`.replaceAll('\n', '\r\n');

it.each([
  [8080, 'tcp', 'listening', 11],
  [12345, 'tcp', 'listening', 13],
  [12345, 'udp', 'listening', 16],
  [5353, 'udp', 'bound', 15],
  [53301, 'tcp', 'bound', 12],
  [53301, 'tcp', 'listening', undefined],
  [9090, 'tcp', 'bound', undefined],
  [5353, 'tcp', 'bound', undefined],
  [80, 'tcp', 'listening', undefined],
] as const)('who has port %i (%s, %s): %s', (port, transport, use, pid) => {
  expect(pidInNetstat(PRINTED, port, transport, use)).toBe(pid);
});
