import { describe, expect, it } from '@jest/globals';
import { encodeInterface, encodePacket, encodeSectionHeader } from '@praktikum/capture';
import { runToEnd } from '@praktikum/peers';
import { writeFileSync } from 'node:fs';
import { captureFiles } from './capture-files.ts';

const files = captureFiles();
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

function udp(fromClient: boolean, text: string): Buffer {
  const header = Buffer.alloc(8);
  header.writeUInt16BE(fromClient ? 40_000 : 12_345, 0);
  header.writeUInt16BE(fromClient ? 12_345 : 40_000, 2);
  header.writeUInt16BE(8 + text.length, 4);
  const body = Buffer.concat([header, Buffer.from(text)]);
  return fromClient ? ipv4(CLIENT, SERVER, UDP, body) : ipv4(SERVER, CLIENT, UDP, body);
}

/** The message that nobody listens on the port of a datagram. */
function unreachable(datagram: Buffer): Buffer {
  const header = Buffer.from([3, 3, 0, 0, 0, 0, 0, 0]);
  return ipv4(SERVER, CLIENT, ICMP, Buffer.concat([header, datagram.subarray(0, 28)]));
}

async function explained(packets: readonly Buffer[], ...args: string[]): Promise<string> {
  const file = files.path('datagrams.pcapng');
  const parts = packets.map((data, at) =>
    encodePacket({ seconds: 1_700_000_000, nanoseconds: at * 1_000_000, data }),
  );
  const start = [encodeSectionHeader(), encodeInterface({ linkType: RAW_IP })];
  writeFileSync(file, Buffer.concat([...start, ...parts]));
  const { stdout } = await runToEnd('analyzer', ['explain', file, '--lang', 'en', ...args]);
  return stdout.toString();
}

describe('explain, of a UDP conversation', () => {
  it('pairs questions and answers, and says what was not answered and why', async () => {
    const lost = udp(true, 'anybody?');
    const text = await explained([
      udp(true, 'hai'),
      udp(false, 'echo: hai'),
      lost,
      unreachable(lost),
    ]);
    expect(text).toMatch(/client 10\.0\.0\.1:40000 +server 10\.0\.0\.2:12345/);
    expect(text).toMatch(/ 1 +0\.000000 │─+ UDP Len=3 ─+>│\n +│ {2}"hai" +│/);
    expect(text).toMatch(/ 2 +0\.001000 │<─+ UDP Len=9 ─+│/);
    expect(text).toContain('frame 1 → 2: 1.000 ms, the same text came back');
    expect(text).toContain('Without an answer in this capture: frame 3.');
    expect(text).toMatch(/ 4 +0\.003000 │<─+ ICMP destination-unreachable\/port ─+│/);
    expect(text.replaceAll(/\s+/g, ' ')).toContain('nobody listens on that UDP port');
    expect(text.split('\n').filter((line) => line.length > 80)).toEqual([]);
  });

  it('shows so many datagrams and counts the rest', async () => {
    const text = await explained(Array.from({ length: 103 }, () => udp(true, 'x')));
    expect(text.match(/UDP Len=1/g)).toHaveLength(100);
    expect(text).toContain('… 3 further datagrams are not shown …');
  });
});
