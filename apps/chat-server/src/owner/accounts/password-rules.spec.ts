import { describe, expect, it } from '@jest/globals';
import { MIN_PASSWORD_LENGTH } from './accounts.ts';
import { MAX_PASSWORD_BYTES, passwordFault } from './password-rules.ts';

describe('passwordFault', () => {
  it('takes no password of fewer than so many characters', () => {
    expect(passwordFault('')).toBe('WEAK_PASSWORD');
    expect(passwordFault('😀'.repeat(MIN_PASSWORD_LENGTH - 1))).toBe('WEAK_PASSWORD');
    expect(passwordFault('é'.repeat(MIN_PASSWORD_LENGTH))).toBeUndefined();
  });

  it('takes no password of more than so many bytes', () => {
    expect(passwordFault('x'.repeat(MAX_PASSWORD_BYTES))).toBeUndefined();
    expect(passwordFault('x'.repeat(MAX_PASSWORD_BYTES + 1))).toBe('UNACCEPTABLE_PASSWORD');
    expect(passwordFault('é'.repeat(MAX_PASSWORD_BYTES / 2 + 1))).toBe('UNACCEPTABLE_PASSWORD');
  });
});
