import { afterEach, describe, expect, it } from '@jest/globals';
import { CodedError, codeOf } from '@praktikum/protocol';
import { createLogger } from '../log/logger.ts';
import { PROGRAM_TEXTS } from '../texts.ts';
import { runServer, type RunningServer, type RunServerOptions } from './run-server.ts';

const lines: { event?: string; code?: string; msg: string }[] = [];
const log = createLogger(
  { service: 'uji', language: 'id', level: 'info', format: 'json' },
  { write: (line) => void lines.push(JSON.parse(line) as (typeof lines)[number]) },
);

const explain = (error: unknown) => ({
  code: codeOf(error),
  exitCode: 1,
  message: `dijelaskan ${codeOf(error)}`,
  remedies: [],
});

interface Script {
  readonly cut?: number | Promise<number>;
  readonly failed?: Promise<never>;
}

function scripted({ cut = 0, failed = new Promise<never>(() => undefined) }: Script = {}) {
  const calls: string[] = [];
  const server: RunningServer = {
    connections: 1,
    failed,
    close: async (deadlineMs) => {
      calls.push(`close ${deadlineMs}`);
      return cut;
    },
    destroy: () => void calls.push('destroy'),
  };
  const run = (start: RunServerOptions['start'] = async () => server) =>
    runServer({
      log,
      texts: PROGRAM_TEXTS.id,
      explain,
      shutdownTimeoutMs: 1234,
      stopping: 'berhenti',
      start,
    });
  return { calls, run, server };
}

describe('runServer', () => {
  const { exitCode } = process;
  afterEach(() => {
    process.exitCode = exitCode;
  });

  it('drains at the first signal', async () => {
    const { calls, run } = scripted();
    const running = run();
    process.emit('SIGTERM', 'SIGTERM');
    await running;
    expect(calls).toEqual(['close 1234']);
  });

  it('drains at once when the signal came while it started', async () => {
    const { calls, run, server } = scripted();
    const { promise, resolve } = Promise.withResolvers<RunningServer>();
    const running = run(() => promise);
    process.emit('SIGINT', 'SIGINT');
    resolve(server);
    await running;
    expect(calls).toEqual(['close 1234']);
  });

  it('ends without a fault when a start gives up because of the signal', async () => {
    const { calls, run } = scripted();
    const running = run((stopped) => {
      return new Promise((_, reject) => {
        stopped.addEventListener('abort', () => reject(stopped.reason as Error));
      });
    });
    process.emit('SIGINT', 'SIGINT');
    await running;
    expect(calls).toEqual([]);
  });

  it.each([true, false])(
    'at SIGHUP while it starts: reloads once it has started, if it can (%s)',
    async (reloads) => {
      Object.assign(process.stdin, { isTTY: false }); // a terminal that closes ends a server
      const { calls, run, server } = scripted();
      const started = Promise.withResolvers<RunningServer>();
      const running = run(() => started.promise);
      process.emit('SIGHUP', 'SIGHUP');
      const reload = async () => {
        calls.push('reload');
        return 'workers' as const;
      };
      started.resolve(reloads ? { ...server, reload } : server);
      await started.promise;
      await new Promise((resolve) => setImmediate(resolve));
      if (reloads) process.emit('SIGTERM', 'SIGTERM');
      await running;
      expect(calls).toEqual(reloads ? ['reload', 'close 1234'] : ['close 1234']);
    },
  );

  it('forces at the second signal and keeps its number', async () => {
    const { calls, run } = scripted({ cut: new Promise(() => undefined) });
    const running = run();
    process.emit('SIGINT', 'SIGINT');
    process.emit('SIGTERM', 'SIGTERM');
    await running;
    expect(calls).toEqual(['close 1234', 'destroy']);
    expect(process.exitCode).toBe(143);
  });

  it('says when the deadline cut clients off', async () => {
    const { run } = scripted({ cut: 3 });
    const running = run();
    process.emit('SIGINT', 'SIGINT');
    await expect(running).rejects.toMatchObject({
      code: 'ERR_SHUTDOWN_FORCED',
      details: { connections: 3 },
    });
  });

  it('reloads at a hangup when it can, and drains when it cannot', async () => {
    const { calls, run, server } = scripted();
    const reload = async () => {
      calls.push('reload');
      return 'certificates' as const;
    };
    const reloading = run(async () => ({ ...server, reload }));
    await new Promise((resolve) => setImmediate(resolve));
    process.emit('SIGHUP', 'SIGHUP');
    process.emit('SIGHUP', 'SIGHUP');
    process.emit('SIGTERM', 'SIGTERM');
    await reloading;
    expect(calls).toEqual(['reload', 'reload', 'close 1234']);
    const ending = run();
    await new Promise((resolve) => setImmediate(resolve));
    process.emit('SIGHUP', 'SIGHUP');
    await ending;
    expect(calls.at(-1)).toBe('close 1234');
  });

  it('drains on Windows when its console closes, although its input is a pipe', async () => {
    const { platform } = process;
    const { calls, run, server } = scripted();
    const reload = async () => {
      calls.push('reload');
      return 'certificates' as const;
    };
    const running = run(async () => ({ ...server, reload }));
    await new Promise((resolve) => setImmediate(resolve));
    Object.defineProperty(process, 'platform', { value: 'win32' });
    process.emit('SIGHUP', 'SIGHUP');
    Object.defineProperty(process, 'platform', { value: platform });
    await running;
    expect(calls).toEqual(['close 1234']);
  });

  it('logs why a reload failed in the words of its program, and goes on', async () => {
    const { calls, run, server } = scripted();
    const reload = () => Promise.reject(new CodedError('ERR_TLS_FILE', 'no such file'));
    const running = run(async () => ({ ...server, reload }));
    await new Promise((resolve) => setImmediate(resolve));
    process.emit('SIGHUP', 'SIGHUP');
    await new Promise((resolve) => setImmediate(resolve));
    expect(lines.find(({ event }) => event === 'reload-failed')).toMatchObject({
      code: 'ERR_TLS_FILE',
      msg: expect.stringContaining('dijelaskan ERR_TLS_FILE'),
    });
    process.emit('SIGTERM', 'SIGTERM');
    await running;
    expect(calls).toEqual(['close 1234']);
  });

  it('ends by the failure of its server, and gives the signals back', async () => {
    const before = process.listenerCount('SIGINT');
    const { calls, run } = scripted({ failed: Promise.reject(new Error('habis')) });
    await expect(run()).rejects.toThrow('habis');
    expect(calls).toEqual(['destroy']);
    expect(process.listenerCount('SIGINT')).toBe(before);
  });
});
