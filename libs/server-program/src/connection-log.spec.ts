import { expect, it } from '@jest/globals';
import { createLogger, logWords } from '@praktikum/service';
import type { ClosedConnection, Connection } from '@praktikum/socket-pool';
import { ConnectionLog } from './connection-log.ts';
import { ERRORS } from './errors.ts';
import { SERVER_TEXTS } from './texts.ts';

const CONNECTION = { id: 1, remote: { host: '10.0.0.2', port: 50000 } } as Connection;
const NOTHING_PASSED = { bytesRead: 0, bytesWritten: 0 };

/** The line for a connection that ended like that. */
function lineOf(closed: Pick<ClosedConnection, 'reason' | 'code'>, language: 'id' | 'en') {
  const lines: { msg: string; code?: string }[] = [];
  const options = { service: 'uji', language, level: 'debug', format: 'json' } as const;
  const write = (line: string) => void lines.push(JSON.parse(line) as (typeof lines)[number]);
  const log = createLogger(options, { write });
  const codes = logWords(ERRORS, language);
  new ConnectionLog(log, SERVER_TEXTS[language], codes).closed(CONNECTION, {
    ...NOTHING_PASSED,
    ...closed,
  });
  log.flush();
  return lines[0]?.msg;
}

it.each([
  [
    { reason: 'error', code: 'ERR_PARTIAL_LINE' } as const,
    'client menutup koneksi di tengah sebuah baris (ERR_PARTIAL_LINE)',
    'the client closed in the middle of a line (ERR_PARTIAL_LINE)',
  ],
  [
    { reason: 'error', code: 'EPIPE' } as const,
    'terjadi kesalahan (EPIPE)',
    'an error occurred (EPIPE)',
  ],
  [{ reason: 'idle' } as const, 'tidak ada data sampai batas waktu habis', 'idle for too long'],
])('says in words how a connection ended: %j', (closed, id, en) => {
  expect(lineOf(closed, 'id')).toBe(`Koneksi dari 10.0.0.2:50000 berakhir: ${id}.`);
  expect(lineOf(closed, 'en')).toBe(`The connection from 10.0.0.2:50000 ended: ${en}.`);
});
