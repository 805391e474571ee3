import { describe, expect, it } from '@jest/globals';
import { ipFields, ipFixedBytes } from './ip-fields.ts';

const NOTES = {
  words: (bytes: number) => `${bytes} bytes`,
  offset: (bytes: number) => `from ${bytes}`,
  bytes: 'bytes',
  protocol: (number: number) => (number === 6 ? 'TCP' : ''),
};

const IPV4 = Buffer.from('4500003c1c4640004006b1e6c0a80001c0a80002', 'hex');
const IPV6 = Buffer.from(`6002fdc600280640${'20010db8'.padEnd(31, '0')}1${'0'.repeat(31)}1`, 'hex');

const shown = (bytes: Uint8Array) =>
  Object.fromEntries(ipFields(bytes, NOTES).map((field) => [field.name, field.shown]));

describe('ipFields', () => {
  it('reads an IPv4 header', () => {
    expect(shown(IPV4)).toMatchObject({
      version: '4',
      ihl: '5',
      totalLength: '60',
      identification: '7238',
      df: '1',
      mf: '0',
      fragmentOffset: '0',
      ttl: '64',
      protocol: '6',
      ipChecksum: '0xb1e6',
      source: '192.168.0.1',
      destination: '192.168.0.2',
    });
  });

  it('reads an IPv6 header', () => {
    expect(shown(IPV6)).toMatchObject({
      version: '6',
      flowLabel: '0x2fdc6',
      payloadLength: '40',
      nextHeader: '6',
      hopLimit: '64',
      source: '2001:db8::1',
      destination: '::1',
    });
  });

  it.each([
    ['IPv4', IPV4, 20],
    ['IPv6', IPV6, 40],
  ])('fills the %s header', (_, bytes, length) => {
    const bits = ipFields(bytes, NOTES).reduce((sum, field) => sum + field.bits, 0);
    expect(bits).toBe(length * 8);
    expect(ipFixedBytes(bytes)).toBe(length);
  });
});
