import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { createSocket, type Socket } from 'node:dgram';
import { once } from 'node:events';
import {
  freeEndpoint,
  runToEnd,
  ScriptedClient,
  startServer,
  type StartedServer,
} from '@praktikum/peers';

describe('UDP echo', () => {
  let server: StartedServer;
  const sockets: Socket[] = [];

  beforeAll(async () => {
    server = await startServer('simple-server', ['--udp']);
  });
  afterAll(async () => {
    for (const socket of sockets) socket.close();
    await server.stop();
  });

  function open(): Socket {
    const socket = createSocket('udp4');
    sockets.push(socket);
    return socket;
  }

  async function exchange(datagram: Uint8Array): Promise<Buffer> {
    const socket = open();
    const answer = once(socket, 'message');
    socket.send(datagram, server.endpoint.port, '127.0.0.1');
    return (await answer)[0] as Buffer;
  }

  it.each([
    ['text', Buffer.from('Halo lewat UDP')],
    ['every byte value', Buffer.from(Array.from({ length: 256 }, (_, value) => value))],
    ['an empty datagram', Buffer.alloc(0)],
    ['the longest datagram', Buffer.alloc(65_507, 'x')],
  ])('sends back %s', async (_name, datagram) => {
    await expect(exchange(datagram)).resolves.toEqual(datagram);
  });

  it('keeps datagrams apart', async () => {
    const socket = open();
    const answers: string[] = [];
    const all = new Promise<void>((resolve) =>
      socket.on('message', (answer) => {
        if (answers.push(answer.toString()) === 3) resolve();
      }),
    );
    for (const text of ['satu', 'dua', 'tiga'])
      socket.send(text, server.endpoint.port, '127.0.0.1');
    await all;
    expect(answers.sort()).toEqual(['dua', 'satu', 'tiga']);
  });

  it('does not answer a service that would answer back for ever', async () => {
    const socket = open();
    socket.bind(server.endpoint.port, '127.0.0.2'); // another echo server on the same port
    await once(socket, 'listening');
    socket.on('message', () => {
      throw new Error('answered');
    });
    socket.send('ping', server.endpoint.port, '127.0.0.1');
    await expect(server.program.event('datagram-dropped')).resolves.toMatchObject({
      reason: 'reflection',
      remote: `127.0.0.2:${server.endpoint.port}`,
    });
  });

  it('serves TCP on the same port at the same time', async () => {
    const client = await ScriptedClient.connect(server.endpoint);
    await client.send('tcp');
    await expect(exchange(Buffer.from('udp'))).resolves.toEqual(Buffer.from('udp'));
    await expect(client.receiveText('tcp')).resolves.toBe('tcp');
    client.close();
  });

  it('explains a port that UDP cannot have, and does not keep the one of TCP', async () => {
    // A port that TCP has free: connections of other tests may have the one that UDP is given.
    const { port } = await freeEndpoint();
    const socket = open();
    socket.bind(port, '127.0.0.1');
    await once(socket, 'listening');
    const { code, stderr } = await runToEnd('simple-server', ['127.0.0.1', String(port), '--udp']);
    expect(stderr).toContain(`Port ${port} sudah digunakan oleh node (PID ${process.pid})`);
    expect(code).toBe(3);
  });
});
