import { describe, expect, it } from '@jest/globals';
import { codeOf } from '@praktikum/protocol';
import { connectError } from './connect-error.ts';

const endpoint = { host: 'localhost', port: 12345 };
const failure = (code: string) => Object.assign(new Error(code), { code });

describe('connectError', () => {
  it.each([
    [['ECONNREFUSED', 'ECONNREFUSED'], 'ECONNREFUSED'],
    [['ENETUNREACH', 'ECONNREFUSED'], 'ECONNREFUSED'],
    [['EADDRNOTAVAIL', 'ETIMEDOUT'], 'ETIMEDOUT'],
    [['EADDRNOTAVAIL', 'EADDRNOTAVAIL'], 'EHOSTUNREACH'],
  ])('of %j the most telling code counts', (codes, code) => {
    const error = new AggregateError(codes.map(failure));
    expect(codeOf(connectError(error, endpoint, 0))).toBe(code);
  });

  it('takes a name that cannot be one for an unknown one', () => {
    const cause = Object.assign(failure('EINVAL'), { syscall: 'getaddrinfo' });
    expect(codeOf(connectError(cause, endpoint, 0))).toBe('ENOTFOUND');
    expect(codeOf(connectError(failure('EINVAL'), endpoint, 0))).toBe('EHOSTUNREACH');
  });

  it('tells used-up local ports from an address without a way to it', () => {
    const near = connectError(failure('EADDRNOTAVAIL'), { host: '127.0.0.1', port: 1 }, 0);
    expect(codeOf(near)).toBe('ERR_NO_LOCAL_PORT');
    const far = connectError(failure('EADDRNOTAVAIL'), { host: '192.0.2.1', port: 1 }, 0);
    expect(codeOf(far)).toBe('EHOSTUNREACH');
  });

  it('gives host, port and time to the explanation and keeps the cause', () => {
    const cause = failure('ETIMEDOUT');
    expect(connectError(cause, endpoint, 500)).toMatchObject({
      code: 'ETIMEDOUT',
      details: { host: 'localhost', port: 12345, ms: 500 },
      cause,
    });
  });

  it('leaves alone what it cannot explain, and what is explained already', () => {
    const unknown = new TypeError('a bug');
    expect(connectError(unknown, endpoint, 0)).toBe(unknown);
    const explained = connectError(failure('ECONNRESET'), endpoint, 0);
    expect(connectError(explained, { host: 'other', port: 1 }, 0)).toBe(explained);
  });
});
