import { describe, expect, it } from '@jest/globals';
import { createCommand } from '@praktikum/service';
import { TEXTS } from '../texts.ts';
import {
  addRelayOptions,
  networkOf,
  readListen,
  readServer,
  type RelayOptions,
} from './relay-options.ts';

function parse(...args: string[]) {
  const command = addRelayOptions(createCommand('relay', TEXTS.id), TEXTS.id);
  command.parse(args, { from: 'user' });
  return { positions: command.args, options: command.opts<RelayOptions>() };
}

describe('the network', () => {
  it('does nothing to datagrams unless it is told to', () => {
    expect(networkOf(parse('--seed', '5').options)).toEqual({
      ...{ loss: 0, duplicate: 0, reorder: 0, delayMs: 0, jitterMs: 0, seed: 5 },
    });
  });

  it('is what the options say', () => {
    const shares = ['--loss', '10%', '--duplicate', '2%', '--reorder', '0.5%'];
    const times = ['--delay', '50ms', '--jitter', '0.02s'];
    expect(networkOf(parse(...shares, ...times, '--seed', '1').options)).toEqual({
      ...{ loss: 0.1, duplicate: 0.02, reorder: 0.005, delayMs: 50, jitterMs: 20, seed: 1 },
    });
  });

  it('chooses a seed that --seed takes', () => {
    const { seed } = networkOf(parse().options);
    expect(networkOf(parse('--seed', `${seed}`).options).seed).toBe(seed);
  });

  it.each([
    ['--loss', '10'],
    ['--reorder', '0.1'],
    ['--duplicate', '101%'],
    ['--delay', '2m'],
    ['--seed', '-1'],
    ['--seed', '2147483648'],
    ['--until-idle', '1ms'],
  ])('refuses %s %s', (option, value) => {
    expect(() => parse(option, value)).toThrow(
      expect.objectContaining({
        code: 'ERR_OPTION_VALUE',
        details: expect.objectContaining({ option, value }),
      }),
    );
  });
});

describe('the server', () => {
  const server = (...args: string[]) => {
    const { positions, options } = parse(...args);
    return readServer(positions, options);
  };

  it.each([
    [[], { host: 'localhost', port: 12345 }],
    [['10.0.0.1'], { host: '10.0.0.1', port: 12345 }],
    [['10.0.0.1', '9000'], { host: '10.0.0.1', port: 9000 }],
    [['--host', '::1', '--port', '9'], { host: '::1', port: 9 }],
  ])('of %j is %j', (args, endpoint) => {
    expect(server(...args)).toEqual(endpoint);
  });

  it.each([
    [['9000'], 'ERR_HOST_IS_NUMBER'],
    [['a b'], 'ERR_ENDPOINT'],
    [['localhost', '0'], 'ERR_PORT'],
  ])('is not %j', (args, code) => {
    expect(() => server(...args)).toThrow(expect.objectContaining({ code }));
  });
});

describe('--listen', () => {
  it.each([
    ['0', { host: '127.0.0.1', port: 0 }],
    ['9000', { host: '127.0.0.1', port: 9000 }],
    [':9000', { host: '127.0.0.1', port: 9000 }],
    ['0.0.0.0', { host: '0.0.0.0', port: 12346 }],
    ['[::1]:9000', { host: '::1', port: 9000 }],
  ])('%s is %j', (text, endpoint) => {
    expect(readListen(text)).toEqual(endpoint);
  });

  it.each([
    ['65536', 'ERR_PORT'],
    ['localhost:x', 'ERR_PORT'],
    ['a b:1', 'ERR_ENDPOINT'],
  ])('refuses %s', (text, code) => {
    expect(() => readListen(text)).toThrow(expect.objectContaining({ code }));
  });

  it('is beside the port of the guide by default', () => {
    expect(parse().options.listen).toBe('127.0.0.1:12346');
  });
});
