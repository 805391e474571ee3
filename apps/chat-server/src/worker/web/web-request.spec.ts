import { describe, expect, it } from '@jest/globals';
import { forwardedHost } from './forwarded-host.ts';
import { isOwnOrigin } from './is-own-origin.ts';

describe('isOwnOrigin', () => {
  it.each([
    ['no page at all', undefined, '192.168.1.10:8067', true],
    ['its own page', 'http://192.168.1.10:8067', '192.168.1.10:8067', true],
    ['its own page by a name in capitals', 'http://guru.local:8067', 'GURU.local:8067', true],
    ['its own page behind TLS', 'https://kelas.id', 'kelas.id', true],
    ['the usual port said in Host', 'https://kelas.id', 'kelas.id:443', true],
    ['the same host with another port', 'http://192.168.1.10:9000', '192.168.1.10:8067', false],
    ['another host', 'https://jahat.example', '192.168.1.10:8067', false],
    ['a page of a file', 'null', '192.168.1.10:8067', false],
    ['a listed page', 'https://sekolah.id', '192.168.1.10:8067', true],
    ['a page, and no Host', 'http://192.168.1.10:8067', undefined, false],
  ])('lets connect: %s', (_, origin, host, isOwn) => {
    expect(isOwnOrigin(origin, host, ['https://sekolah.id'])).toBe(isOwn);
  });
});

describe('forwardedHost', () => {
  it.each([
    ['without the field', '10.0.0.1', undefined, '10.0.0.1'],
    ['from somebody who is no proxy', '10.0.0.9', '1.2.3.4', '10.0.0.9'],
    ['from a proxy', '10.0.0.1', '1.2.3.4', '1.2.3.4'],
    ['through two proxies', '10.0.0.1', '1.2.3.4, 10.0.0.2', '1.2.3.4'],
    ['with lies of the client before it', '10.0.0.1', '9.9.9.9, 1.2.3.4', '1.2.3.4'],
    ['with something that is no address', '10.0.0.1', 'x y :z', '10.0.0.1'],
    ['with proxies alone', '10.0.0.1', '10.0.0.2', '10.0.0.1'],
    ['in IPv6', '10.0.0.1', '2001:db8::1', '2001:db8::1'],
  ])('finds the client: %s', (_, remote, forwarded, host) => {
    expect(forwardedHost(remote, forwarded, ['10.0.0.1', '10.0.0.2'])).toBe(host);
  });
});
