import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { tcpOptions } from './tcp-options.ts';

/** A header whose data offset covers these options. */
function header(options: string): Uint8Array {
  const bytes = Buffer.from('00'.repeat(12) + 'f0' + '00'.repeat(7) + options, 'hex');
  bytes[12] = (bytes.length / 4) << 4;
  return bytes;
}

describe('tcpOptions', () => {
  it.each([
    ['020405b4', 'MSS', '1460'],
    ['01030307', 'NOP', ''],
    ['03030701', 'Window scale', '7 (× 128)'],
    ['0303ff01', 'Window scale', '255 (× 16384)'],
    ['04020101', 'SACK permitted', ''],
    ['080a000000010000000200000000', 'Timestamps', 'TSval 1, TSecr 2'],
    ['050a00000001000000050101', 'SACK', '1–5'],
    ['2202ffff', 'TCP Fast Open', '0'],
    ['fd04abcd', 'kind 253', ''],
  ])('reads %s', (hex, name, value) => {
    expect(tcpOptions(header(hex))[0]).toMatchObject({ name, value });
  });

  it('reads those of a usual SYN, in their order', () => {
    const found = tcpOptions(header('020405b40402080a000000010000000001030307'));
    const names = ['MSS', 'SACK permitted', 'Timestamps', 'NOP', 'Window scale'];
    expect(found.map(({ name }) => name)).toEqual(names);
  });

  it.each([
    ['a length of 0', '02000000'],
    ['a length beyond the header', '02200000'],
  ])('stops at %s', (_, hex) => {
    expect(tcpOptions(header(hex))).toEqual([]);
  });

  it('ends with every header, whatever it holds', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 80 }), (bytes) => {
        for (const { bytes: own } of tcpOptions(bytes)) expect(own.length).toBeGreaterThan(0);
      }),
    );
  });
});
