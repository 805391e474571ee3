import { describe, expect, it } from '@jest/globals';
import { RecordReader } from './record-reader.ts';
import { RecordWriter } from './record-writer.ts';
import { readUpRecords, writeUpRecord, type UpRecord } from './up-records.ts';

const RECORDS: readonly UpRecord[] = [
  { kind: 'opened', client: 1, host: '192.168.1.10', isSecure: true },
  { kind: 'line', client: 4_294_967_295, line: 'PRIVMSG #kelas :halo 🙂 é' },
  { kind: 'fault', client: 2, fault: 'invalid-utf8', command: 'PRIVMSG' },
  { kind: 'line', client: 3, line: 'x'.repeat(20_000) },
  { kind: 'ended', client: 3 },
  { kind: 'closed', client: 3, reason: 'Connection reset by peer' },
];

describe('records between owner and workers', () => {
  it('are read as they were written, in order, several buffers from one writer', () => {
    const writer = new RecordWriter();
    for (let round = 0; round < 2; round++) {
      expect(writer.isEmpty).toBe(true);
      for (const record of RECORDS) writeUpRecord(writer, record);
      const bytes = writer.take();
      expect(bytes.byteLength).toBe(bytes.buffer.byteLength); // nothing else moves along
      expect([...readUpRecords(bytes)]).toEqual(RECORDS);
    }
  });

  it('hold bytes and texts behind their length', () => {
    const writer = new RecordWriter().byte(7).number(300).text('é').append(Uint8Array.of(9));
    const reader = new RecordReader(writer.take());
    expect([reader.byte(), reader.number(), reader.bytes().toString(), reader.byte()]).toEqual([
      ...[7, 300, 'é', 9],
    ]);
    expect(reader.hasMore).toBe(false);
  });
});
