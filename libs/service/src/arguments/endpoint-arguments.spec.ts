import { describe, expect, it } from '@jest/globals';
import { readEndpoint } from './endpoint-arguments.ts';

const DEFAULTS = { host: 'localhost', port: 12345 };

describe('readEndpoint', () => {
  it.each([
    [[], {}, DEFAULTS],
    [['10.0.0.1'], {}, { host: '10.0.0.1', port: 12345 }],
    [['10.0.0.1', '9000'], {}, { host: '10.0.0.1', port: 9000 }],
    [['10.0.0.1:9000'], {}, { host: '10.0.0.1', port: 9000 }],
    [['[::1]:9000'], {}, { host: '::1', port: 9000 }],
    [['10.0.0.1', '9000'], { host: 'b', port: '7' }, { host: 'b', port: 7 }],
    [[], { port: '7' }, { host: 'localhost', port: 7 }],
  ])('reads %j with %j', (position, options, endpoint) => {
    expect(readEndpoint(position, options, DEFAULTS, 1)).toEqual(endpoint);
  });

  it.each([
    [['a b'], {}, 'ERR_ENDPOINT'],
    [[''], {}, 'ERR_ENDPOINT'],
    [[], { host: '' }, 'ERR_ENDPOINT'],
    [['9005'], {}, 'ERR_HOST_IS_NUMBER'],
    [[], { host: '9005' }, 'ERR_HOST_IS_NUMBER'],
    [['localhost', '0'], {}, 'ERR_PORT'],
    [[], { port: 'x' }, 'ERR_PORT'],
  ])('refuses %j with %j', (position, options, code) => {
    expect(() => readEndpoint(position, options, DEFAULTS, 1)).toThrow(
      expect.objectContaining({ code }),
    );
  });
});
