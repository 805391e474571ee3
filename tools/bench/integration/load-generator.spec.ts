import { afterAll, afterEach, beforeAll, expect, it } from '@jest/globals';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describeWith } from '@praktikum/testing';
import { createCertificate } from '../src/certificate.ts';
import { LoadGenerator } from '../src/load/load-generator.ts';
import type { LoadOptions, LoadResult } from '../src/load/load-run.ts';
import { node } from '../src/peers/node.ts';
import type { TlsFiles } from '../src/peers/peer.ts';
import { RunningServer } from '../src/running-server.ts';
import { describeWithOpenSsl } from './describe-with-openssl.ts';

const folder = await mkdtemp(join(tmpdir(), 'bench-load-'));
afterAll(() => rm(folder, { recursive: true }));

describeWith('cc', 'the load generator', () => {
  let load: LoadGenerator;
  let files: TlsFiles;
  let server: RunningServer;
  beforeAll(async () => void (load = await LoadGenerator.build(folder)));
  afterEach(() => server.stop());

  async function serve(tls: boolean, mode: 'reply' | 'echo' = 'reply'): Promise<void> {
    const start = { workers: 1, mode, log: false };
    server = await RunningServer.start(node, tls ? { ...start, tls: files } : start, folder);
  }

  async function ask(options: Partial<LoadOptions>): Promise<LoadResult> {
    const common = { mode: 'closed', connections: 4, size: 32, reply: 47, seconds: 0.1 } as const;
    const run = await load.start({ port: server.port, ...common, ...options });
    const result = await run.go();
    await run.end();
    return result;
  }

  function expectAnswers(result: LoadResult): void {
    expect(result).toMatchObject({ errors: 0, error: '' });
    expect(result.operations).toBeGreaterThan(0);
  }

  async function asksInEveryMode(tls: boolean): Promise<void> {
    await serve(tls);
    for (const mode of ['closed', 'fixed', 'short'] as const) {
      const result = await ask({ mode, tls, rate: 200 });
      expectAnswers(result);
      // What is due in a tenth of a second at a fixed rate is asked, whatever else happens.
      if (mode === 'fixed') expect(result.operations).toBe(20);
    }
  }

  it('asks in every mode', () => asksInEveryMode(false));

  describeWithOpenSsl('over TLS', () => {
    beforeAll(async () => {
      files = (await createCertificate(folder)) as TlsFiles;
    });

    it('asks in every mode', () => asksInEveryMode(true));

    it('sends and takes messages of several TLS records', async () => {
      await serve(true, 'echo');
      expectAnswers(await ask({ tls: true, size: 1_000_000, reply: 1_000_000 }));
    });

    it('only shakes hands when there is nothing to say', async () => {
      await serve(true);
      expectAnswers(await ask({ mode: 'short', tls: true, size: 0, reply: 0 }));
    });

    it('tells a server that speaks no TLS', async () => {
      await serve(false);
      const result = await ask({ mode: 'short', tls: true, size: 0, reply: 0 });
      expect(result.operations).toBe(0);
      expect(result.errors).toBeGreaterThan(0);
    });
  });
});
