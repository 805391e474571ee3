import { encodeInterface, encodePacket, encodeSectionHeader } from '@praktikum/capture';

/** One segment of a scripted connection. Numbers are relative to the initial ones. */
export interface ScriptedSegment {
  readonly from: 'client' | 'server';
  /** Flag letters: S F R P A U. */
  readonly flags: string;
  readonly seq?: number;
  readonly ack?: number;
  readonly text?: string;
  readonly window?: number;
  /** Whether it offers MSS 1460, SACK and a window scale of 7. */
  readonly options?: boolean;
  /** Client's port, to script several connections. Default 40000. */
  readonly port?: number;
  /** Milliseconds since the first one's. Default: its place in the list. */
  readonly at?: number;
  /** IP identification; 0 for none. Default: one more than that of the segment before. */
  readonly ipId?: number;
  readonly urgentPointer?: number;
}

const CLIENT_ISN = 1000;
const SERVER_ISN = 5000;
const LETTERS: Record<string, number> = { F: 1, S: 2, R: 4, P: 8, A: 16, U: 32 };
const OPTIONS = [2, 4, 5, 180, 4, 2, 1, 3, 3, 7, 1, 1];
const RAW_IP = 101;

/** A pcapng file of these segments, a millisecond apart, on 10.0.0.1 and 10.0.0.2 port 12345. */
export function buildCapture(segments: readonly ScriptedSegment[]): Uint8Array {
  return Buffer.concat([
    encodeSectionHeader(),
    encodeInterface({ linkType: RAW_IP }),
    ...segments.map((segment, index) => {
      const microseconds = Math.round((segment.at ?? index) * 1000);
      return encodePacket({
        seconds: 1_700_000_000 + Math.floor(microseconds / 1e6),
        nanoseconds: (microseconds % 1e6) * 1000,
        data: ipv4(segment, index),
      });
    }),
  ]);
}

/** The guide's exchange: handshake, a message, its answer, and a close with four segments. */
export const ECHO: readonly ScriptedSegment[] = [
  { from: 'client', flags: 'S', options: true },
  { from: 'server', flags: 'SA', ack: 1, options: true },
  { from: 'client', flags: 'A', seq: 1, ack: 1 },
  { from: 'client', flags: 'PA', seq: 1, ack: 1, text: 'Ini pesan dari client' },
  { from: 'server', flags: 'A', seq: 1, ack: 22 },
  { from: 'server', flags: 'PA', seq: 1, ack: 22, text: 'Anda mengirim: Ini pesan dari client' },
  { from: 'client', flags: 'A', seq: 22, ack: 37 },
  { from: 'client', flags: 'FA', seq: 22, ack: 37 },
  { from: 'server', flags: 'A', seq: 37, ack: 23 },
  { from: 'server', flags: 'FA', seq: 37, ack: 23 },
  { from: 'client', flags: 'A', seq: 23, ack: 38 },
];

/** The same with so many messages, each sent back: enough of them make graphs. */
export function talk(messages: number): ScriptedSegment[] {
  const text = 'Ini pesan dari client';
  const at = (count: number) => 1 + count * text.length;
  const end = at(messages);
  return [
    ...ECHO.slice(0, 3),
    ...Array.from({ length: messages }, (_, sent): ScriptedSegment[] => [
      { from: 'client', flags: 'PA', seq: at(sent), ack: at(sent), text },
      { from: 'server', flags: 'PA', seq: at(sent), ack: at(sent + 1), text },
    ]).flat(),
    { from: 'client', flags: 'A', seq: end, ack: end },
    { from: 'client', flags: 'FA', seq: end, ack: end },
    { from: 'server', flags: 'FA', seq: end, ack: end + 1 },
    { from: 'client', flags: 'A', seq: end + 1, ack: end + 1 },
  ];
}

/** A connection that nobody accepts. */
export const REFUSED: readonly ScriptedSegment[] = [
  { from: 'client', flags: 'S', options: true, port: 40_001 },
  { from: 'server', flags: 'RA', ack: 1, port: 40_001 },
];

function ipv4(segment: ScriptedSegment, index: number): Uint8Array {
  const tcp = tcpBytes(segment);
  const header = Buffer.alloc(20);
  header.writeUInt8(0x45, 0);
  header.writeUInt16BE(20 + tcp.length, 2);
  header.writeUInt16BE(segment.ipId ?? index + 1, 4);
  header.writeUInt8(64, 8);
  header.writeUInt8(6, 9);
  const isClient = segment.from === 'client';
  header.set([10, 0, 0, isClient ? 1 : 2], 12);
  header.set([10, 0, 0, isClient ? 2 : 1], 16);
  const pseudo = Buffer.concat([header.subarray(12), Buffer.from([0, 6, 0, tcp.length]), tcp]);
  tcp.writeUInt16BE(checksum(pseudo), 16);
  return Buffer.concat([header, tcp]);
}

function tcpBytes({ from, flags, seq = 0, ack = 0, text = '', ...rest }: ScriptedSegment): Buffer {
  const { window = 502, options = false, port = 40_000, urgentPointer = 0 } = rest;
  const listed = options ? OPTIONS : [];
  const header = Buffer.alloc(20 + listed.length);
  const bits = [...flags].reduce((sum, letter) => sum | LETTERS[letter]!, 0);
  const [own, other] = from === 'client' ? [CLIENT_ISN, SERVER_ISN] : [SERVER_ISN, CLIENT_ISN];
  header.writeUInt16BE(from === 'client' ? port : 12_345, 0);
  header.writeUInt16BE(from === 'client' ? 12_345 : port, 2);
  header.writeUInt32BE(own + seq, 4);
  header.writeUInt32BE((bits & 16) === 0 ? 0 : other + ack, 8);
  header.writeUInt16BE(((header.length / 4) << 12) | bits, 12);
  header.writeUInt16BE(window, 14);
  header.writeUInt16BE(urgentPointer, 18);
  header.set(listed, 20);
  return Buffer.concat([header, Buffer.from(text)]);
}

/** Ones' complement of the sum of 16-bit words (RFC 1071). */
function checksum(bytes: Buffer): number {
  const even = bytes.length % 2 === 0 ? bytes : Buffer.concat([bytes, Buffer.alloc(1)]);
  let sum = 0;
  for (let at = 0; at < even.length; at += 2) sum += even.readUInt16BE(at);
  while (sum > 0xffff) sum = (sum & 0xffff) + (sum >>> 16);
  return ~sum & 0xffff;
}
