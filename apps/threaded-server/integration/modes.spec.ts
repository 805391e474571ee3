import { afterEach, describe, expect, it } from '@jest/globals';
import { ScriptedClient, startServer, type StartedServer } from '@praktikum/peers';

let server: StartedServer;
afterEach(() => server.stop('SIGKILL'));

async function connect(...args: string[]): Promise<ScriptedClient> {
  server = await startServer('threaded-server', args);
  return ScriptedClient.connect(server.endpoint);
}

it('replies behind the prefix to what it received at once', async () => {
  const client = await connect();
  await client.send('Halo');
  await client.receiveText('Anda mengirim: Halo');
  await client.send('é😀');
  await client.receiveText('Anda mengirim: HaloAnda mengirim: é😀');
});

it('echoes without a prefix', async () => {
  const client = await connect('--mode', 'echo');
  await client.send('Halo');
  await client.receiveText('Halo');
});

describe('lines', () => {
  it('replies line by line, however the lines arrive', async () => {
    const client = await connect('--mode', 'lines');
    await client.dribble('satu\r\ndu');
    await client.send('a\ntiga\n');
    await client.receiveText('Anda mengirim: satu\nAnda mengirim: dua\nAnda mengirim: tiga\n');
  });

  it('answers the whole lines and names the one that never ended', async () => {
    const client = await connect('--mode', 'lines');
    client.socket.end('utuh\nsetengah');
    await expect(client.receiveToEnd()).resolves.toEqual(Buffer.from('Anda mengirim: utuh\n'));
    await server.program.event('closed', { code: 'ERR_PARTIAL_LINE', reason: 'error' });
  });

  it('ends a connection whose line is too long, and no other', async () => {
    const client = await connect('--mode', 'lines');
    const neighbour = await ScriptedClient.connect(server.endpoint);
    await client.send(`utuh\n${'x'.repeat(100_000)}`);
    await expect(client.receiveToEnd()).resolves.toEqual(Buffer.from('Anda mengirim: utuh\n'));
    await server.program.event('closed', { code: 'ERR_LINE_TOO_LONG' });
    await neighbour.send('masih di sini\n');
    await neighbour.receiveText('Anda mengirim: masih di sini\n');
  });
});

it('closes a client that is silent for too long, with a clean end', async () => {
  const client = await connect('--idle-timeout', '2s', '--log-level', 'debug');
  await client.send('x');
  await expect(client.receiveToEnd()).resolves.toEqual(Buffer.from('Anda mengirim: x'));
  await server.program.event('closed', { reason: 'idle' });
});

it('limits the clients of one address', async () => {
  const first = await connect('--max-per-address', '1');
  await first.send('x');
  await first.receive(1);
  const second = await ScriptedClient.connect(server.endpoint);
  await expect(second.receiveToEnd()).resolves.toHaveLength(0);
  await server.program.event('refused', { reason: 'address-limit' });
});
