import { describe, expect, it } from '@jest/globals';
import { Excerpts } from './excerpts.ts';

describe('Excerpts', () => {
  it('shows short chunks whole, characters joined over chunks', () => {
    const excerpts = new Excerpts();
    expect(excerpts.push(Buffer.from([0x41, 0xc3]))).toBe('A');
    expect(excerpts.push(Buffer.from([0xa9]))).toBe('é');
  });

  it('shows the beginning of a long chunk and how much follows', () => {
    const excerpts = new Excerpts(4);
    expect(excerpts.push(Buffer.from('abcdefgh'))).toBe('abcd… (+4 B)');
    expect(excerpts.push(Buffer.from('xy'))).toBe('xy');
  });

  it('forgets the character that the cut went through', () => {
    const excerpts = new Excerpts(4);
    expect(excerpts.push(Buffer.from('abcé'))).toBe('abc… (+1 B)');
    expect(excerpts.push(Buffer.from('xy'))).toBe('xy');
  });
});
