import { afterEach, describe, expect, it, jest } from '@jest/globals';
import { once } from 'node:events';
import { setTimeout as sleep } from 'node:timers/promises';
import { ScriptedServer } from '../server/scripted-server.ts';
import { ScriptedClient } from './scripted-client.ts';

let server: ScriptedServer;
let client: ScriptedClient;

async function connect(...script: Parameters<typeof ScriptedServer.listen>): Promise<void> {
  server = await ScriptedServer.listen(...script);
  client = await ScriptedClient.connect(server.endpoint);
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
    const codes: string[] = [];
    await connect((socket) => {
      socket.resume().on('error', (error: NodeJS.ErrnoException) => codes.push(error.code ?? ''));
      socket.on('close', () => codes.push('closed'));
    });
    await client.send('x');
    client.reset();
    while (codes.length < 2) await sleep(5);
    expect(codes).toEqual(['ECONNRESET', 'closed']);
  });
});
