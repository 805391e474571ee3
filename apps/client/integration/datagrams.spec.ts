import { createSocket, type RemoteInfo, type Socket } from 'node:dgram';
import { once } from 'node:events';
import { describe, expect, it } from '@jest/globals';
import { runToEnd } from '@praktikum/peers';
import { withServer } from './with-server.ts';

type Answer = (socket: Socket, datagram: Buffer, from: RemoteInfo) => void;

async function withUdpServer(answer: Answer, test: (port: string) => Promise<void>): Promise<void> {
  const socket = createSocket('udp4');
  socket.on('message', (datagram, from) => answer(socket, datagram, from));
  socket.bind(0, '127.0.0.1');
  await once(socket, 'listening');
  try {
    await test(`${socket.address().port}`);
  } finally {
    socket.close();
  }
}

const echo: Answer = (socket, datagram, { port, address }) => socket.send(datagram, port, address);

/** From 100 ms on there are no decimals: a machine may be that slow. */
const MS = String.raw`(?:\d{1,2},\d{1,2}|\d[\d.]{2,})`;

describe('--udp', () => {
  it('sends numbered datagrams and reports on them', async () => {
    await withUdpServer(echo, async (port) => {
      const args = ['localhost', port, '--udp', '--count', '3', '--interval', '10ms', '-m', 'halo'];
      const { code, stdout } = await runToEnd('client', args);
      const text = stdout.toString();
      for (const number of [1, 2, 3]) {
        expect(text).toContain(`Mengirim: #${number} halo\n`);
        expect(text).toMatch(new RegExp(`Diterima: #${number} halo \\(${MS} ms\\)`));
      }
      expect(text).toContain('3 datagram dikirim, 3 terjawab, 0% hilang');
      expect(text).toMatch(/rata-rata .* ms\n$/);
      expect(code).toBe(0);
    });
  });

  it('counts what is lost, late and double', async () => {
    const held: Buffer[] = [];
    const answer: Answer = (socket, datagram, from) => {
      const text = datagram.toString();
      const send = (bytes: Buffer) => socket.send(bytes, from.port, from.address);
      if (text.startsWith('#1 ')) return void held.push(datagram); // answered after the second
      if (text.startsWith('#3 ')) return; // lost
      send(datagram);
      if (text.startsWith('#2 ')) held.forEach(send);
      if (text.startsWith('#4 ')) send(datagram); // double
    };
    await withUdpServer(answer, async (port) => {
      const args = ['127.0.0.1', port, '--udp', '--count', '4', '--interval', '10ms'];
      const { code, stdout, stderr } = await runToEnd('client', [...args, '--timeout', '2s']);
      expect(stdout.toString()).toContain('4 datagram dikirim, 3 terjawab, 25,0% hilang');
      expect(stdout.toString()).toContain('1 tidak berurutan, 1 ganda, 0 tanpa nomor');
      expect(stderr).toContain('1 dari 4 datagram tidak terjawab');
      expect(code).toBe(12);
    });
  });

  it('prints for machines which datagram was answered, when, and how', async () => {
    const answer: Answer = (socket, datagram, from) => {
      const text = datagram.toString();
      if (text.startsWith('#2 ')) return;
      echo(socket, datagram, from);
      if (text.startsWith('#3 ')) echo(socket, datagram, from);
    };
    await withUdpServer(answer, async (port) => {
      const args = ['127.0.0.1', port, '--udp', '--count', '3', '--interval', '10ms', '--json'];
      const { code, stdout, stderr } = await runToEnd('client', [...args, '--timeout', '1s']);
      const run = JSON.parse(stdout.toString());
      expect(run).toMatchObject({
        ...{ host: '127.0.0.1', port: Number(port) },
        settings: { count: 3, intervalMs: 10, timeoutMs: 1000 },
        summary: { sent: 3, answered: 2, unanswered: 1, duplicates: 1, reordered: 0, foreign: 0 },
        datagrams: [
          { number: 1, replies: [{ arrival: 'first' }] },
          { number: 2, replies: [] },
          { number: 3, replies: [{ arrival: 'first' }, { arrival: 'duplicate' }] },
        ],
      });
      expect(run.endedAt - run.startedAt).toBeGreaterThan(run.datagrams[2].replies[1].at);
      expect(stderr).toContain('3 datagram dikirim, 2 terjawab, 33,3% hilang');
      expect(code).toBe(12);
    });
  });

  it('is told when nobody listens', async () => {
    const socket = createSocket('udp4').bind(0, '127.0.0.1');
    await once(socket, 'listening');
    const { port } = socket.address();
    await new Promise<void>((resolve) => socket.close(() => resolve()));
    const { code, stderr } = await runToEnd('client', ['127.0.0.1', `${port}`, '--udp']);
    expect(stderr).toContain(`127.0.0.1 port ${port} tidak menjawab lewat UDP.`);
    expect(code).toBe(6);
  });

  it('says that a server has no UDP', async () => {
    await withServer(
      (socket) => socket.resume(),
      async ({ host, port }) => {
        const { code, stdout, stderr } = await runToEnd('client', [host, `${port}`, '--udp']);
        expect(stdout.toString()).not.toMatch(/Menghubungkan|Menutup koneksi/);
        expect(stderr).toContain('di sana ada server TCP');
        expect(stderr).toContain('node praktikum simple-server --udp');
        expect(code).toBe(6);
      },
    );
  });

  it('ends in time, and says what came, when others speak meanwhile', async () => {
    const chatter: Answer = (socket, _, { port, address }) => {
      const timer = setInterval(() => socket.send('lain', port, address), 50);
      socket.on('close', () => clearInterval(timer));
    };
    await withUdpServer(chatter, async (port) => {
      const args = ['127.0.0.1', port, '--udp', '--timeout', '400ms'];
      const { code, stdout, stderr } = await runToEnd('client', args);
      expect(stdout.toString()).toContain('Diterima: lain');
      expect(stderr).toContain('ERR_DATAGRAMS_LOST');
      expect(code).toBe(12);
    });
  });

  it('calls a server that answers nothing no UDP server', async () => {
    await withUdpServer(
      () => undefined,
      async (port) => {
        const args = ['127.0.0.1', port, '--udp', '--timeout', '300ms'];
        const { code, stderr } = await runToEnd('client', args);
        expect(stderr).toContain('ERR_NO_UDP');
        expect(code).toBe(6);
      },
    );
  });

  it('refuses a message that fits into no datagram', async () => {
    const input = Buffer.alloc(70_000, 'x');
    const { code, stderr } = await runToEnd('client', ['localhost', '9', '--udp'], { input });
    expect(stderr).toContain('ERR_DATAGRAM_SIZE');
    expect(code).toBe(2);
  });
});
