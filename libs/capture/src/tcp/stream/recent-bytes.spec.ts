import { describe, expect, it } from '@jest/globals';
import { RecentBytes, REMEMBERED_BYTES } from './recent-bytes.ts';

const bytes = (text: string) => Buffer.from(text);

describe('RecentBytes', () => {
  it.each<[string, boolean, number, string]>([
    ['the same segment', false, 10, 'abcd'],
    ['a part of it with more behind', false, 12, 'cdef'],
    ['other bytes at the same numbers', true, 10, 'abXd'],
    ['one other byte in an overlap', true, 8, '--aX'],
    ['what lies behind', false, 14, 'XXXX'],
  ])('tells %s', (_, differs, sequence, text) => {
    const recent = new RecentBytes();
    recent.add(10, bytes('abcd'));
    expect(recent.add(sequence, bytes(text))).toBe(differs);
  });

  it('goes on over the largest number', () => {
    const recent = new RecentBytes();
    recent.add(0xffff_fffe, bytes('abcd'));
    expect(recent.add(1, bytes('d'))).toBe(false);
    expect(recent.add(0, bytes('X'))).toBe(true);
  });

  it('remembers the last bytes only', () => {
    const recent = new RecentBytes();
    recent.add(0, bytes('a'));
    recent.add(REMEMBERED_BYTES, bytes('b'));
    expect(recent.add(0, bytes('X'))).toBe(false);
  });
});
