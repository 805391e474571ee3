import { createSocket, type RemoteInfo, type Socket as Udp } from 'node:dgram';
import { once } from 'node:events';
import { createServer, type AddressInfo, type Socket } from 'node:net';
import { describe, expect, it } from '@jest/globals';
import { createConversation, type ConversationMode } from '@praktikum/protocol';
import { runToEnd } from '@praktikum/peers';
import { addressesForOthers } from '@praktikum/service';
import { withRefusingPort } from './refusing-port.ts';
import { withServer } from './with-server.ts';

function converse(socket: Socket, mode: ConversationMode): void {
  const conversation = createConversation(mode);
  socket.on('data', (chunk: Buffer) => socket.write(conversation.receive(chunk)));
  socket.on('end', () => socket.end());
}

interface Document {
  readonly problems: number;
  readonly checks: readonly {
    readonly name: string;
    readonly findings: readonly { readonly id: string; readonly status: string }[];
  }[];
}

async function examine(...args: string[]): Promise<{ ids: string[]; code: number | null }> {
  const result = await runToEnd('client', ['doctor', '--timeout', '1s', ...args, '--json']);
  const { checks } = JSON.parse(result.stdout.toString()) as Document;
  const ids = checks.flatMap(({ findings }) => findings.map(({ id }) => id));
  return { ids, code: result.code };
}

describe('doctor', () => {
  it.each([
    ['echo', 'SERVICE_ECHO'],
    ['reply', 'SERVICE_REPLY'],
    ['lines', 'SERVICE_LINES'],
  ] as const)('knows a server in mode %s', async (mode, finding) => {
    await withServer(
      (socket) => converse(socket, mode),
      async ({ host, port }) => {
        const { ids, code } = await examine(host, `${port}`);
        expect(ids).toContain(finding);
        expect(ids).toContain('TCP_CONNECTED');
        expect(code).toBe(0);
      },
    );
  });

  it.each<[string, string, number, (socket: Socket) => unknown]>([
    ['is silent', 'SERVICE_SILENT', 16, (socket) => socket.resume()],
    ['closes', 'SERVICE_CLOSES', 16, (socket) => socket.end()],
    ['resets', 'SERVICE_RESETS', 16, (socket) => socket.on('data', () => socket.resetAndDestroy())],
    ['speaks first', 'SERVICE_SPEAKS_FIRST', 0, (socket) => socket.write('220 siap\r\n')],
    [
      'is no server of the guide',
      'SERVICE_OTHER',
      0,
      (socket) => socket.on('data', () => socket.write('HTTP/1.1 400 Bad Request\r\n')),
    ],
  ])('knows a server that %s', async (_, finding, exitCode, serve) => {
    await withServer(serve, async ({ host, port }) => {
      const { ids, code } = await examine(host, `${port}`);
      expect(ids).toContain(finding);
      expect(code).toBe(exitCode);
    });
  });

  it('says what to do when nobody listens', () =>
    withRefusingPort(async (port) => {
      const { ids, code } = await examine('127.0.0.1', `${port}`);
      expect(ids).toContain('TCP_REFUSED_HERE');
      expect(code).toBe(16);
      const said = await runToEnd('client', ['doctor', '127.0.0.1', `${port}`, '--lang', 'en']);
      expect(said.stdout.toString()).toContain('Verdict: 1 problem.\nWhat you can do:\n  1. Start');
      expect(said.stderr).toContain('(ERR_PROBLEMS_FOUND, exit status 16)');
    }));

  it('says that a name is unknown', async () => {
    const { ids, code } = await examine('tidak-ada.invalid', '--timeout', '15s'); // as long as DNS may take
    expect(ids[0]).toBe('NAME_UNKNOWN');
    expect(code).toBe(16);
  });

  it.each([
    ['127.0.0.1', 'OTHERS_CANNOT'],
    ['0.0.0.0', 'OTHERS_REACH'],
  ])('says whom a server on %s is for', async (address, finding) => {
    const server = createServer((socket) => converse(socket, 'echo'));
    await once(server.listen(0, address), 'listening');
    const { port } = server.address() as AddressInfo;
    const { ids, code } = await examine('127.0.0.1', `${port}`);
    server.close();
    expect(ids).toContain(addressesForOthers().length > 0 ? finding : 'OTHERS_NO_NETWORK');
    expect(code).toBe(0);
  });

  it.each([
    ['answers', 'UDP_ANSWERED', 0, (socket: Udp, { port }: RemoteInfo) => socket.send('x', port)],
    ['is silent', 'UDP_SILENT', 16, () => undefined],
  ])('knows a UDP service that %s', async (_, finding, exitCode, answer) => {
    const service = createSocket('udp4');
    service.on('message', (__, from) => answer(service, from));
    await once(service.bind(0, '127.0.0.1'), 'listening');
    const { ids, code } = await examine('127.0.0.1', `${service.address().port}`, '--udp');
    service.close();
    expect(ids).toContain(finding);
    expect(ids).not.toContain('TCP_CONNECTED');
    expect(code).toBe(exitCode);
  });

  it('says that nobody serves UDP, and how to', () =>
    withServer(
      (socket) => converse(socket, 'echo'),
      async ({ host, port }) => {
        const { ids, code } = await examine(host, `${port}`, '--udp');
        expect(ids).toEqual(expect.arrayContaining(['UDP_REFUSED', 'LISTENER_TCP']));
        expect(code).toBe(16);
      },
    ));

  it('ends in a verdict in the words of the user', async () => {
    await withServer(
      (socket) => converse(socket, 'echo'),
      async ({ host, port }) => {
        const { stdout } = await runToEnd('client', ['doctor', host, `${port}`]);
        expect(stdout.toString()).toMatch(/\nLayanan\n {2}✓ mengirim balik/);
        expect(stdout.toString()).toMatch(/\nKesimpulan: tidak ada masalah\.\n$/);
      },
    );
  });
});
