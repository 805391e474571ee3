import { describe, expect, it } from '@jest/globals';
import { Command } from 'commander';
import { LIMITS } from '@praktikum/socket-pool';
import { LimitOptions } from './limit-options.ts';
import { SERVER_TEXTS } from './texts.ts';

function parse(options: LimitOptions, ...args: string[]) {
  const command = options.addTo(new Command().exitOverride(), SERVER_TEXTS.en);
  command.configureOutput({ writeErr: () => undefined });
  command.parse(args, { from: 'user' });
  return { limits: options.read(command.opts()), all: command.opts() };
}

describe('LimitOptions', () => {
  it('has the defaults of the socket pool', () => {
    const { limits, all } = parse(new LimitOptions());
    expect(limits).toEqual({
      maxConnections: LIMITS.maxConnections.default,
      maxConnectionsPerAddress: LIMITS.maxConnectionsPerAddress.default,
      maxQueued: LIMITS.maxQueued.default,
      queueTimeoutMs: LIMITS.queueTimeoutMs.default,
      idleTimeoutMs: LIMITS.idleTimeoutMs.default,
      handshakeTimeoutMs: LIMITS.handshakeTimeoutMs.default,
    });
    expect(all.shutdownTimeout).toBe(4000);
  });

  it('reads every limit', () => {
    const { limits } = parse(
      new LimitOptions(),
      ...['--max-connections', '1', '--max-per-address', '2', '--max-queue', '3'],
      ...['--queue-timeout', '4s', '--idle-timeout', '5m', '--handshake-timeout', '6s'],
    );
    expect(limits).toEqual({
      maxConnections: 1,
      maxConnectionsPerAddress: 2,
      maxQueued: 3,
      queueTimeoutMs: 4000,
      idleTimeoutMs: 300_000,
      handshakeTimeoutMs: 6000,
    });
  });

  it('offers no option for a limit that the server fixes', () => {
    const options = new LimitOptions({ maxQueued: 7 }, { maxConnections: 1 });
    expect(parse(options).limits).toMatchObject({ maxConnections: 1, maxQueued: 7 });
    expect(() => parse(options, '--max-connections', '2')).toThrow('unknown option');
  });

  it('refuses what the socket pool would refuse', () => {
    expect(() => parse(new LimitOptions(), '--idle-timeout', '0ms')).toThrow(
      expect.objectContaining({ code: 'ERR_OPTION_VALUE' }),
    );
  });
});
