import { writeFileSync } from 'node:fs';
import { encodeInterface, encodePacket, encodeSectionHeader } from '@praktikum/capture';
import { CLIENT, ipv4Bytes, SERVER } from '@praktikum/capture/build-frame';
import type { captureFiles } from './capture-files.ts';

const RAW_IP = 101;
const [UDP, ICMP] = [17, 1];

function ipv4(fromClient: boolean, protocol: number, body: Buffer): Buffer {
  const [source, destination] = fromClient ? [CLIENT, SERVER] : [SERVER, CLIENT];
  return Buffer.from(ipv4Bytes({ source, destination, protocol }, [...body]));
}

/** A datagram between 10.0.0.1:40000 and 10.0.0.2:12345, in an IPv4 packet. */
export function datagram(fromClient: boolean, text: string): Buffer {
  const header = Buffer.alloc(8);
  header.writeUInt16BE(fromClient ? 40_000 : 12_345, 0);
  header.writeUInt16BE(fromClient ? 12_345 : 40_000, 2);
  header.writeUInt16BE(8 + text.length, 4);
  return ipv4(fromClient, UDP, Buffer.concat([header, Buffer.from(text)]));
}

/** The message that nobody listens on the port of a datagram of the client. */
export function unreachable(quoted: Buffer): Buffer {
  const header = Buffer.from([3, 3, 0, 0, 0, 0, 0, 0]);
  return ipv4(false, ICMP, Buffer.concat([header, quoted.subarray(0, 28)]));
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
