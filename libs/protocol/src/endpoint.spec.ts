import { describe, expect, it } from '@jest/globals';
import { formatEndpoint, isHost, isIPv6, parseEndpoint, parsePort } from './endpoint.ts';

const defaults = { host: 'localhost', port: 12345 };

describe('parseEndpoint', () => {
  it.each([
    ['192.168.1.10', { host: '192.168.1.10', port: 12345 }],
    ['192.168.1.10:80', { host: '192.168.1.10', port: 80 }],
    [':9000', { host: 'localhost', port: 9000 }],
    ['localhost:0', { host: 'localhost', port: 0 }],
    ['::1', { host: '::1', port: 12345 }],
    ['[::1]', { host: '::1', port: 12345 }],
    ['[::1]:65535', { host: '::1', port: 65535 }],
    ['fe80::1%eth0', { host: 'fe80::1%eth0', port: 12345 }],
    ['[::ffff:127.0.0.1]:7', { host: '::ffff:127.0.0.1', port: 7 }],
    ['komputer-guru.local:12345', { host: 'komputer-guru.local', port: 12345 }],
  ])('reads %s', (text, endpoint) => {
    expect(parseEndpoint(text, defaults)).toEqual(endpoint);
  });

  it.each(['host name', 'a:b:c', '[localhost]:80', '[::1]x', '[::1', '-host'])(
    'refuses %s and keeps what was typed',
    (text) => {
      expect(() => parseEndpoint(text, defaults)).toThrow(
        expect.objectContaining({ code: 'ERR_ENDPOINT', details: { value: text } }),
      );
    },
  );

  it.each(['localhost:', 'localhost:65536', 'localhost:http', '[::1]:-1'])(
    'refuses the port of %s',
    (text) => {
      expect(() => parseEndpoint(text, defaults)).toThrow(
        expect.objectContaining({ code: 'ERR_PORT' }),
      );
    },
  );

  it('reads back what formatEndpoint writes', () => {
    for (const host of ['127.0.0.1', '::1', 'localhost', 'fe80::2%lo']) {
      const endpoint = { host, port: 4242 };
      expect(parseEndpoint(formatEndpoint(endpoint), defaults)).toEqual(endpoint);
    }
  });
});

describe('parsePort', () => {
  it.each(['0', '1', '12345', '65535'])('accepts %s', (text) => {
    expect(parsePort(text)).toBe(Number(text));
  });

  it.each(['', ' 1', '1e3', '0x50', '70000', '-1', '1.5', '١٢'])('refuses "%s"', (text) => {
    expect(() => parsePort(text)).toThrow(expect.objectContaining({ code: 'ERR_PORT' }));
  });

  it('refuses 0 where the port names a peer', () => {
    expect(() => parsePort('0', 1)).toThrow(expect.objectContaining({ code: 'ERR_PORT' }));
  });
});

describe('isHost and isIPv6', () => {
  it.each(['::', '::1', '2001:db8::1', '::ffff:10.0.0.1', 'fe80::1%en0'])('%s is IPv6', (text) => {
    expect(isIPv6(text)).toBe(true);
    expect(isHost(text)).toBe(true);
  });

  it.each(['', ':', ':::', '1::2::3', '12345::', '127.0.0.1', 'fe80::1%'])(
    '%s is not IPv6',
    (text) => expect(isIPv6(text)).toBe(false),
  );

  it.each(['a b', '', 'a/b', '-x', 'a:b'])('"%s" is no host', (text) => {
    expect(isHost(text)).toBe(false);
  });
});
