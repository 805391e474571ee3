import { describe, expect, it } from '@jest/globals';
import { FrameDecoder } from '../frame/frame-decoder.ts';
import { ethernetBytes, ipv4Bytes, packetOf, tcpBytes, u16 } from '../testing/build-frame.ts';
import { readIcmp } from './icmp.ts';

function read(message: readonly number[], protocol = 1) {
  const bytes = ethernetBytes(0x0800, ipv4Bytes({ protocol }, message));
  return readIcmp(new FrameDecoder().decode(packetOf(bytes)));
}

const quoted = ipv4Bytes({}, tcpBytes({ sequence: 77 }));

describe('readIcmp', () => {
  it('names the segment that an unreachable port is about', () => {
    expect(read([3, 3, 0, 0, 0, 0, 0, 0, ...quoted.slice(0, 28)])).toEqual({
      type: 3,
      code: 3,
      name: 'destination-unreachable/port',
      quoted: {
        source: '10.0.0.1',
        destination: '10.0.0.2',
        protocol: 6,
        sourcePort: 40_000,
        destinationPort: 12_345,
        sequence: 77,
      },
    });
  });

  it('reads the size a link takes', () => {
    expect(read([3, 4, 0, 0, 0, 0, ...u16(1400), ...quoted])).toMatchObject({
      name: 'destination-unreachable/fragmentation-needed',
      mtu: 1400,
    });
  });

  it('reads ICMPv6 quoting UDP', () => {
    const header = [
      0x60,
      0,
      0,
      0,
      0,
      8,
      17,
      64,
      ...new Array(15).fill(0),
      1,
      ...new Array(15).fill(0),
      2,
    ];
    const message = [1, 4, 0, 0, 0, 0, 0, 0, ...header, ...u16(9), ...u16(53), 0, 8, 0, 0];
    expect(read(message, 58)).toMatchObject({
      name: 'destination-unreachable/port',
      quoted: {
        source: '::1',
        destination: '::2',
        protocol: 17,
        sourcePort: 9,
        destinationPort: 53,
      },
    });
  });

  it('knows what quotes nothing, and what it does not know', () => {
    expect(read([8, 0, 0, 0, 0, 1, 0, 2])).toEqual({ type: 8, code: 0, name: 'echo-request' });
    expect(read([200, 0, 0, 0, 0, 0, 0, 0])?.name).toBeUndefined();
  });

  it('leaves out a quotation that is cut', () => {
    expect(read([11, 0, 0, 0, 0, 0, 0, 0, 0x45, 0])).toEqual({
      type: 11,
      code: 0,
      name: 'time-exceeded/in-transit',
    });
    expect(read([11, 0])).toBeUndefined();
  });
});
