import { afterEach, describe, expect, it } from '@jest/globals';
import { createLogger, type LogOptions, type RunningServer } from '@praktikum/service';
import { startThreadedServer, type ThreadedServerOptions } from './threaded-server.ts';

const LOG: LogOptions = {
  service: 'threaded-server',
  language: 'id',
  level: 'silent',
  format: 'json',
};

const OPTIONS: ThreadedServerOptions = {
  endpoint: { host: '127.0.0.1', port: 0 },
  mode: 'reply',
  workers: 1,
  accept: 'dispatch',
  limits: {},
  log: createLogger(LOG),
  workerLog: LOG,
};

let server: RunningServer | undefined;
afterEach(() => server?.destroy());

describe('startThreadedServer', () => {
  it('starts with no connections and closes with none cut off', async () => {
    server = await startThreadedServer(OPTIONS);
    expect(server.connections).toBe(0);
    await expect(server.close(1000)).resolves.toBe(0);
  });

  it('explains why it cannot listen', async () => {
    const endpoint = { host: '203.0.113.1', port: 0 };
    await expect(startThreadedServer({ ...OPTIONS, endpoint })).rejects.toMatchObject({
      code: 'EADDRNOTAVAIL',
      details: { host: '203.0.113.1', own: expect.stringContaining('127.0.0.1') },
    });
  });

  it('passes on a limit that is out of range', async () => {
    const limits = { idleTimeoutMs: 0 };
    await expect(startThreadedServer({ ...OPTIONS, limits })).rejects.toMatchObject({
      code: 'ERR_OPTION_VALUE',
    });
  });
});
