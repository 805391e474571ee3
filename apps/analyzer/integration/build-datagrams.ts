import { writeFileSync } from 'node:fs';
import { encodeInterface, encodePacket, encodeSectionHeader } from '@praktikum/capture';
import type { captureFiles } from './capture-files.ts';

const RAW_IP = 101;
const [UDP, ICMP] = [17, 1];
const [CLIENT, SERVER] = [
  [10, 0, 0, 1],
  [10, 0, 0, 2],
] as const;

function ipv4(from: readonly number[], to: readonly number[], protocol: number, body: Buffer) {
  const header = Buffer.alloc(20);
  header.writeUInt8(0x45, 0);
  header.writeUInt16BE(20 + body.length, 2);
  header.writeUInt8(64, 8);
  header.writeUInt8(protocol, 9);
  header.set([...from, ...to], 12);
  return Buffer.concat([header, body]);
}

/** A datagram between 10.0.0.1:40000 and 10.0.0.2:12345, in an IPv4 packet. */
export function datagram(fromClient: boolean, text: string): Buffer {
  const header = Buffer.alloc(8);
  header.writeUInt16BE(fromClient ? 40_000 : 12_345, 0);
  header.writeUInt16BE(fromClient ? 12_345 : 40_000, 2);
  header.writeUInt16BE(8 + text.length, 4);
  const body = Buffer.concat([header, Buffer.from(text)]);
  return fromClient ? ipv4(CLIENT, SERVER, UDP, body) : ipv4(SERVER, CLIENT, UDP, body);
}

/** The message that nobody listens on the port of a datagram of the client. */
export function unreachable(quoted: Buffer): Buffer {
  const header = Buffer.from([3, 3, 0, 0, 0, 0, 0, 0]);
  return ipv4(SERVER, CLIENT, ICMP, Buffer.concat([header, quoted.subarray(0, 28)]));
}

/** Writes packets, a millisecond apart, into a capture file and gives its path. */
export function writtenDatagrams(
  files: ReturnType<typeof captureFiles>,
  packets: readonly Buffer[],
): string {
  const file = files.path(`datagrams-${(written += 1)}.pcapng`);
  const parts = packets.map((data, at) =>
    encodePacket({ seconds: 1_700_000_000, nanoseconds: at * 1_000_000, data }),
  );
  const start = [encodeSectionHeader(), encodeInterface({ linkType: RAW_IP })];
  writeFileSync(file, Buffer.concat([...start, ...parts]));
  return file;
}

let written = 0;
