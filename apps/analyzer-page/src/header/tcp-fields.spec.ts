import { describe, expect, it } from '@jest/globals';
import { tcpFields } from './tcp-fields.ts';

/** SYN-ACK from port 12345 to 40000, sequence number 5000, ack 1001, window 502. */
const HEADER = Buffer.from('30399c40000013880000' + '03e9' + '501201f6abcd0000', 'hex');
const CONTEXT = { sequence: 0, acknowledgement: 1, window: 64_256, flags: 0x12 };
const NOTES = {
  words: (bytes: number) => `${bytes} bytes`,
  relative: (number: number) => `relative ${number}`,
  scaled: (bytes: number) => `${bytes} in all`,
  checksum: 'valid',
};

describe('tcpFields', () => {
  const fields = tcpFields(HEADER, CONTEXT, NOTES);
  const field = (name: string) => fields.find((one) => one.name === name);

  it.each([
    ['sourcePort', '12345', '0011000000111001', ''],
    ['sequence', '5000', '00000000000000000001001110001000', 'relative 0'],
    ['acknowledgement', '1001', '00000000000000000000001111101001', 'relative 1'],
    ['dataOffset', '5', '0101', '20 bytes'],
    ['syn', '1', '1', ''],
    ['ack', '1', '1', ''],
    ['fin', '0', '0', ''],
    ['window', '502', '0000000111110110', '64256 in all'],
    ['checksum', '0xabcd', '1010101111001101', 'valid'],
  ])('reads %s', (name, shown, value, note) => {
    expect(field(name)).toMatchObject({ shown, value, note });
  });

  it('fills rows of 32 bits, five of them', () => {
    expect(fields.reduce((sum, { bits }) => sum + bits, 0)).toBe(160);
  });

  it('has no relative number where the ACK flag is not set', () => {
    const unset = tcpFields(HEADER, { ...CONTEXT, flags: 0x02 }, NOTES);
    expect(unset.find(({ name }) => name === 'acknowledgement')?.note).toBe('');
  });

  it('says of a header that was cut what is not there', () => {
    const cut = tcpFields(HEADER.subarray(0, 15), CONTEXT, NOTES);
    expect(cut.find(({ name }) => name === 'sequence')?.shown).toBe('5000');
    expect(cut.find(({ name }) => name === 'window')).toMatchObject({ shown: '–', note: '' });
  });
});
