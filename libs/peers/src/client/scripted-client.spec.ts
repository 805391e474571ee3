import { afterEach, describe, expect, it, jest } from '@jest/globals';
import { once } from 'node:events';
import { ScriptedServer } from '../server/scripted-server.ts';
import { ScriptedClient } from './scripted-client.ts';
import type { ScriptedClientOptions } from './scripted-client-options.ts';

let server: ScriptedServer;
let client: ScriptedClient;

async function connect(
  script: Parameters<typeof ScriptedServer.listen>[0],
  options?: ScriptedClientOptions,
): Promise<void> {
  server = await ScriptedServer.listen(script);
  client = await ScriptedClient.connect(server.endpoint, options);
}

afterEach(async () => {
  client.close();
  await server.close();
});

describe('ScriptedClient', () => {
  it('receives to the end and tells an end from a reset', async () => {
    await connect((socket, number) => {
      if (number === 1) socket.end('habis');
      else socket.once('data', () => socket.resetAndDestroy());
    });
    await expect(client.receiveToEnd()).resolves.toEqual(Buffer.from('habis'));
    expect(client.outcome).toBe('end');
    const second = await ScriptedClient.connect(server.endpoint);
    await second.send('x');
    await expect(second.receiveToEnd()).rejects.toThrow('ended by ECONNRESET');
    expect(server.accepted).toBe(2);
  });

  it('half-closes and still receives', async () => {
    await connect((socket) => {
      socket.resume().once('end', () => socket.end('setelah FIN'));
    });
    client.halfClose();
    await client.receiveText('setelah FIN');
  });

  it('dribbles every byte in a write of its own', async () => {
    const chunks: Buffer[] = [];
    await connect(async (socket) => {
      socket.on('data', (chunk: Buffer) => chunks.push(chunk));
      await once(socket, 'end');
      socket.end();
    });
    const write = jest.spyOn(client.socket, 'write');
    await client.dribble('abcdefghij');
    expect(write.mock.calls.map(([bytes]) => Buffer.from(bytes as Uint8Array).toString())).toEqual([
      ...'abcdefghij',
    ]);
    client.halfClose();
    await client.receiveToEnd();
    expect(Buffer.concat(chunks).toString()).toBe('abcdefghij');
  });

  it('resets', async () => {
    const over = Promise.withResolvers<string[]>();
    await connect((socket) => {
      const codes: string[] = [];
      socket.resume().on('error', (error: NodeJS.ErrnoException) => codes.push(error.code ?? ''));
      socket.on('close', () => over.resolve(codes));
    });
    await client.send('x');
    client.reset();
    expect(await over.promise).toEqual(['ECONNRESET']);
  });

  it.each([
    ['right behind a half-close', async () => undefined],
    ['when its half-close has been answered', () => client.receive(1)],
  ])('resets %s', async (_, wait) => {
    const broken = Promise.withResolvers<string | undefined>();
    await connect((socket) => {
      const answer = (error?: NodeJS.ErrnoException | null) =>
        error ? broken.resolve(error.code) : socket.write('jawaban', answer);
      socket.resume().on('end', answer);
    });
    client.socket.end('x');
    await wait();
    client.reset();
    expect(await broken.promise).toMatch(/ECONNRESET|EPIPE/);
  });

  it('floods whoever does not read until nothing more is taken, and sends the rest later', async () => {
    const bytes = Buffer.alloc(32 * 1024 * 1024, 'banjir');
    const accepted = Promise.withResolvers<void>();
    let received = 0;
    await connect(async (socket) => {
      await accepted.promise;
      socket.on('data', (chunk: Buffer) => (received += chunk.length));
      socket.on('end', () => socket.end(String(received)));
    });
    await client.flood(bytes, { end: true });
    expect(received).toBe(0);
    accepted.resolve();
    client.socket.resume();
    await client.receiveText(String(bytes.length));
  });

  it('floods no longer than it takes where everything is read', async () => {
    await connect((socket) => socket.resume().on('end', () => socket.end('semua')));
    await client.flood(Buffer.alloc(1024 * 1024), { end: true });
    client.socket.resume();
    await client.receiveText('semua');
  });

  it('waits no longer than its deadline, and shows what has come', async () => {
    await connect((socket) => socket.write('baru sebagian'), { timeoutMs: 300 });
    await client.receive(6);
    await expect(client.receive(100)).rejects.toMatchObject({
      code: 'ERR_PEER_TIMEOUT',
      message: expect.stringMatching(/^waited 300 ms in vain for 100 bytes; 13 .*"baru sebagian"$/),
    });
  });

  it.each<[string, (client: ScriptedClient) => Promise<unknown>]>([
    ['bytes', (client) => client.receive(100)],
    ['a text', (client) => client.receiveText('lain')],
    ['a state', (client) => client.receiveUntil('much', ({ length }) => length > 100)],
  ])('does not wait for %s that cannot come any more', async (_, wait) => {
    await connect((socket) => socket.end('habis'));
    await expect(wait(client)).rejects.toMatchObject({ code: 'ERR_PEER_ENDED' });
  });

  it('leaves a server that sends more than it keeps', async () => {
    const left = Promise.withResolvers<void>();
    await connect(
      (socket) => {
        socket.once('close', left.resolve);
        const send = () => socket.destroyed || socket.write(Buffer.alloc(4096), send);
        send();
      },
      { maxReceivedBytes: 10_000 },
    );
    await expect(client.receive(20_000)).rejects.toMatchObject({
      code: 'ERR_PEER_RECEIVED_TOO_MUCH',
    });
    expect(client.received.length).toBeLessThanOrEqual(10_000);
    await left.promise;
  });

  it('is not waited for where nobody takes what it sends', async () => {
    await connect((socket) => socket.pause(), { timeoutMs: 300 });
    const sending = client.send(Buffer.alloc(64 * 1024 * 1024));
    await expect(sending).rejects.toMatchObject({ code: 'ERR_PEER_TIMEOUT' });
  });

  it('gives up a handshake that does not go on', async () => {
    await connect((socket) => socket.resume());
    const options = { tls: { rejectUnauthorized: false }, timeoutMs: 300 };
    await expect(ScriptedClient.connect(server.endpoint, options)).rejects.toMatchObject({
      code: 'ERR_PEER_TIMEOUT',
    });
  });

  it('keeps the code of the system where nobody listens', async () => {
    await connect((socket) => socket.resume());
    await server.close();
    await expect(ScriptedClient.connect(server.endpoint)).rejects.toMatchObject({
      code: 'ECONNREFUSED',
    });
    server = await ScriptedServer.listen(() => undefined);
  });
});
