import { describe, expect, it } from '@jest/globals';
import { type HttpRequest, MAX_HEAD_BYTES, RequestHead } from './request-head.ts';

const REQUESTS: readonly [string, HttpRequest][] = [
  ['GET /metrics HTTP/1.1\r\nHost: a\r\n\r\n', { method: 'GET', path: '/metrics' }],
  ['HEAD /metrics HTTP/1.0\r\n\r\n', { method: 'HEAD', path: '/metrics' }],
  ['GET / HTTP/1.0\n\n', { method: 'GET', path: '/' }],
  ['\r\n\r\nGET /a HTTP/1.1\r\nX: y\r\nhost: b\r\n\r\n', { method: 'GET', path: '/a' }],
  ['GET /a?b=/c#d HTTP/1.0\r\n\r\n', { method: 'GET', path: '/a' }],
  ['POST /a HTTP/1.0\r\nContent-Length: 3\r\n\r\nabc', { method: 'POST', path: '/a' }],
  ['GET /metrics HTTP/1.1\r\n\r\n', { failure: 400 }],
  ['halo\r\n\r\n', { failure: 400 }],
  ['GET /metrics\r\n\r\n', { failure: 400 }],
  ['get /metrics HTTP/1.1\r\nHost: a\r\n\r\n', { failure: 400 }],
  ['GET http://a/metrics HTTP/1.1\r\nHost: a\r\n\r\n', { failure: 400 }],
  ['PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n', { failure: 400 }],
  ['GET / HTTP/2.0\r\n\r\n', { failure: 505 }],
];

describe('RequestHead', () => {
  it.each(REQUESTS)('reads %j at once', (text, request) => {
    expect(new RequestHead().push(Buffer.from(text))).toEqual(request);
  });

  it.each(REQUESTS)('reads %j byte by byte', (text, request) => {
    const head = new RequestHead();
    const found = [...Buffer.from(text)].map((byte) => head.push(Uint8Array.of(byte)));
    expect(found.find((value) => value !== undefined)).toEqual(request);
  });

  it('wants more of what has no end yet', () => {
    expect(new RequestHead().push(Buffer.from('GET / HTTP/1.0\r\nA: b\r\n'))).toBeUndefined();
    expect(new RequestHead().push(Buffer.from('\r\n\r\n\r\n'))).toBeUndefined();
  });

  it.each([1, 1000, MAX_HEAD_BYTES, MAX_HEAD_BYTES * 2])(
    'refuses a head that is too large, however it arrives: %i at a time',
    (size) => {
      const head = new RequestHead();
      let pushed = 0;
      let request: HttpRequest | undefined;
      for (; request === undefined; pushed += size) request = head.push(Buffer.alloc(size, 'a'));
      expect(request).toEqual({ failure: 431 });
      expect(pushed).toBeLessThan(MAX_HEAD_BYTES + size + 1);
    },
  );
});
