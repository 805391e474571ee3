import { afterEach, describe, expect, it, jest } from '@jest/globals';
import { createSocket, Socket } from 'node:dgram';
import { once } from 'node:events';
import { MAX_SEND_QUEUE_BYTES, UdpEcho } from './udp-echo.ts';

const seen: string[] = [];
const observer = {
  echoed: (_remote: unknown, { length }: Uint8Array) => void seen.push(`echoed ${length}`),
  dropped: (_remote: unknown, why: string) => void seen.push(`dropped ${why}`),
};
const open: { close(): void }[] = [];
afterEach(() => {
  for (const socket of open.splice(0)) socket.close();
  seen.length = 0;
});

async function bound(type: 'udp4' | 'udp6', host: string): Promise<Socket> {
  const socket = createSocket(type);
  open.push(socket);
  socket.bind(0, host);
  await once(socket, 'listening');
  return socket;
}

describe('UdpEcho', () => {
  it.each([
    ['udp4', '127.0.0.1'],
    ['udp6', '::1'],
  ] as const)('answers over %s', async (type, host) => {
    const probe = await bound(type, host);
    const { port } = probe.address();
    probe.close();
    open.pop();
    const echo = await UdpEcho.bind({ host, port }, observer);
    open.push(echo);
    const client = await bound(type, host);
    const answer = once(client, 'message');
    client.send('halo', port, host);
    expect(String((await answer)[0])).toBe('halo');
    expect(seen).toEqual(['echoed 4']);
  });

  it('drops datagrams while too many bytes wait to be sent', async () => {
    const waiting = jest.spyOn(Socket.prototype, 'getSendQueueSize');
    const probe = await bound('udp4', '127.0.0.1');
    const { port } = probe.address();
    probe.close();
    open.pop();
    open.push(await UdpEcho.bind({ host: '127.0.0.1', port }, observer));
    const client = await bound('udp4', '127.0.0.1');
    waiting.mockReturnValueOnce(MAX_SEND_QUEUE_BYTES + 1).mockReturnValue(MAX_SEND_QUEUE_BYTES);
    const answer = once(client, 'message');
    client.send('hilang', port, '127.0.0.1');
    client.send('halo', port, '127.0.0.1');
    expect(String((await answer)[0])).toBe('halo');
    expect(seen).toEqual(['dropped busy', 'echoed 4']);
    waiting.mockRestore();
  });

  it('fails to bind where another one is', async () => {
    const taken = await bound('udp4', '127.0.0.1');
    const { port } = taken.address();
    await expect(UdpEcho.bind({ host: '127.0.0.1', port }, observer)).rejects.toMatchObject({
      code: 'EADDRINUSE',
    });
  });
});
