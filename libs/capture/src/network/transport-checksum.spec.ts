import { describe, expect, it } from '@jest/globals';
import { FrameDecoder } from '../frame/frame-decoder.ts';
import {
  CLIENT,
  ethernetBytes,
  ipv4Bytes,
  packetOf,
  SERVER,
  segmentBytes,
  u16,
} from '../testing/build-frame.ts';
import { checkTransport } from './transport-checksum.ts';

const CHECKSUM_AT = 14 + 20 + 16;
const whole = segmentBytes({ payload: [1, 2, 3], flags: 0x18 });

function check(bytes: Uint8Array | readonly number[], originalLength = bytes.length) {
  return checkTransport(new FrameDecoder().decode(packetOf(bytes, { originalLength })));
}

function withChecksum(value: number): Uint8Array {
  const bytes = whole.slice();
  bytes.set(u16(value), CHECKSUM_AT);
  return bytes;
}

describe('checkTransport', () => {
  it('accepts a right checksum, with an odd number of bytes', () => {
    expect(check(whole)).toBe('valid');
  });

  it('finds a wrong one', () => {
    const bytes = whole.slice();
    bytes[bytes.length - 1]! ^= 1;
    expect(check(bytes)).toBe('wrong');
  });

  it('knows the sum that Linux leaves for the network card to finish', () => {
    const words = [...CLIENT, ...SERVER, 0, 6, ...u16(23)];
    const sum = words.reduce((total, byte, at) => total + (at % 2 === 0 ? byte << 8 : byte), 0);
    expect(check(withChecksum(sum & 0xffff))).toBe('offloaded');
  });

  it('says nothing of a packet that was cut', () => {
    const bytes = segmentBytes({ payload: new Array(50).fill(1) });
    expect(check(bytes.subarray(0, 80), bytes.length)).toBe('unknown');
  });

  it('says nothing of a packet on a source route', () => {
    const segment = [...whole.subarray(14 + 20)];
    const routing = [6, 0, 0, 0, 0, 0, 0, 0, ...segment];
    const header = [0x60, 0, 0, 0, ...u16(routing.length), 43, 64, ...new Array(32).fill(1)];
    expect(check(ethernetBytes(0x86dd, [...header, ...routing]))).toBe('unknown');
  });

  it('knows that UDP may go without', () => {
    const udp = [...u16(1), ...u16(2), ...u16(9), 0, 0, 5];
    expect(check(ethernetBytes(0x0800, ipv4Bytes({ protocol: 17 }, udp)))).toBe('absent');
  });
});
