import { RecordReader } from './record-reader.ts';
import type { RecordWriter } from './record-writer.ts';

/** What a worker tells the owner. `client` is the number of the connection. */
export type UpRecord =
  /** A client has come, from this address; `isSecure` is whether by TLS. */
  | {
      readonly kind: 'opened';
      readonly client: number;
      readonly host: string;
      readonly isSecure: boolean;
    }
  /** It has sent a line, without its end. */
  | { readonly kind: 'line'; readonly client: number; readonly line: string }
  /** It has sent a line that cannot be taken. */
  | {
      readonly kind: 'fault';
      readonly client: number;
      readonly fault: LineFault;
      readonly command: string;
    }
  /** It has sent all it will send, and waits for answers. */
  | { readonly kind: 'ended'; readonly client: number }
  /** It has gone; `reason` is what the others are told. */
  | { readonly kind: 'closed'; readonly client: number; readonly reason: string };

/** Why a line cannot be taken. */
const LINE_FAULTS = ['too-long', 'tags-too-long', 'invalid-utf8'] as const;
/** One of {@link LINE_FAULTS}. */
export type LineFault = (typeof LINE_FAULTS)[number];

const KINDS = ['opened', 'line', 'fault', 'ended', 'closed'] as const;

export function writeUpRecord(writer: RecordWriter, record: UpRecord): void {
  writer.byte(KINDS.indexOf(record.kind)).number(record.client);
  switch (record.kind) {
    case 'opened':
      return void writer.byte(record.isSecure ? 1 : 0).text(record.host);
    case 'line':
      return void writer.text(record.line);
    case 'fault':
      return void writer.byte(LINE_FAULTS.indexOf(record.fault)).text(record.command);
    case 'ended':
      return;
    case 'closed':
      return void writer.text(record.reason);
  }
}

/** The records of one buffer, in order. */
export function* readUpRecords(buffer: Uint8Array): Generator<UpRecord> {
  const reader = new RecordReader(buffer);
  while (reader.hasMore) yield readUpRecord(reader);
}

function readUpRecord(reader: RecordReader): UpRecord {
  const kind = KINDS[reader.byte()]!;
  const client = reader.number();
  switch (kind) {
    case 'opened':
      return { kind, client, isSecure: reader.byte() === 1, host: reader.text() };
    case 'line':
      return { kind, client, line: reader.text() };
    case 'fault':
      return { kind, client, fault: LINE_FAULTS[reader.byte()]!, command: reader.text() };
    case 'ended':
      return { kind, client };
    case 'closed':
      return { kind, client, reason: reader.text() };
  }
}
