import { afterAll, beforeAll, describe, expect } from '@jest/globals';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ScriptedClient, startServer, type StartedServer } from '@praktikum/peers';
import type { Endpoint } from '@praktikum/protocol';
import { describePortAbuse } from '@praktikum/testing';

const REQUEST = 'GET / HTTP/1.1\r\nHost: kelas\r\n\r\n';

const folder = mkdtempSync(join(tmpdir(), 'chat-web-'));
afterAll(() => rmSync(folder, { recursive: true }));

describe('the port of the web', () => {
  let server: StartedServer;
  let endpoint: Endpoint;

  beforeAll(async () => {
    server = await startServer('chat-server', ['--web', '0', '--data', folder]);
    await server.program.event('hint');
    const [, web] = server.program.events('listening');
    endpoint = { host: String(web!.host), port: Number(web!.port) };
  });
  afterAll(() => server.stop());

  const connect = () => ScriptedClient.connect(endpoint);
  describePortAbuse({
    connect,
    request: REQUEST,
    stall: 'GET / HT',
    async expectNextIsServed() {
      const client = await connect();
      await client.send(REQUEST);
      expect((await client.receiveToEnd()).toString()).toMatch(/^HTTP\/1\.1 200 /);
    },
  });
});
