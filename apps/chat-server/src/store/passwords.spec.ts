import { describe, expect, it } from '@jest/globals';
import { hashPassword, verifyPassword } from './passwords.ts';

describe('passwords', () => {
  it('are hashed with argon2id, 19 MiB, 2 passes, 1 lane, and a salt of their own', async () => {
    const [one, other] = await Promise.all([hashPassword('rahasia'), hashPassword('rahasia')]);
    expect(one).toMatch(/^\$argon2id\$v=19\$m=19456,t=2,p=1\$[\w+/]{22}\$[\w+/]{43}$/);
    expect(one).not.toBe(other);
    expect(await verifyPassword('rahasia', one)).toBe(true);
    expect(await verifyPassword('rahasia', other)).toBe(true);
    expect(await verifyPassword('Rahasia', one)).toBe(false);
    expect(await verifyPassword('', one)).toBe(false);
  });

  it('are the same however a keyboard composes them', async () => {
    const hash = await hashPassword('caf\u00e9 kopi');
    expect(await verifyPassword('cafe\u0301 kopi', hash)).toBe(true);
  });

  it('are verified with the cost that their hash names', async () => {
    // Made by the reference implementation: echo -n password | argon2 somesalt -id -t 2 -k 256 -p 1
    const hash =
      '$argon2id$v=19$m=256,t=2,p=1$c29tZXNhbHQ$nf65EOgLrQMR/uIPnA4rEsF5h7TKyQwu9U1bMCHGi/4';
    expect(await verifyPassword('password', hash)).toBe(true);
    expect(await verifyPassword('passwords', hash)).toBe(false);
  });

  const salted = (cost: string) => `$argon2id$v=19$${cost}$c29tZXNhbHQ$${'A'.repeat(43)}`;

  it.each([
    '',
    'rahasia',
    '$2b$12$abcdefghijklmnopqrstuv',
    salted('m=9999999,t=2,p=1'),
    salted('m=262145,t=2,p=1'),
    salted('m=256,t=17,p=1'),
    salted('m=256,t=0,p=1'),
    salted('m=7,t=2,p=1'),
    salted('m=256,t=2,p=0'),
    salted('m=256,t=2,p=33'),
  ])('takes no hash for a password: %s', async (hash) => {
    expect(await verifyPassword('rahasia', hash)).toBe(false);
  });

  it('takes so many at a time and lets so many wait', async () => {
    const hash = salted('m=8,t=1,p=1');
    const taken = Array.from({ length: 258 }, () => verifyPassword('rahasia', hash));
    await expect(verifyPassword('rahasia', hash)).rejects.toMatchObject({
      code: 'ERR_PASSWORDS_BUSY',
      details: { limit: 256 },
    });
    expect(new Set(await Promise.all(taken))).toEqual(new Set([false]));
    expect(await verifyPassword('rahasia', hash)).toBe(false);
  });
});
