import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import type { Socket } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { createConversation, type ConversationMode } from '@praktikum/protocol';
import { runToEnd } from '@praktikum/peers';
import { drawnColors, drawsText } from '@praktikum/testing';
import { withServer } from './with-server.ts';

function converse(socket: Socket, mode: ConversationMode): void {
  const conversation = createConversation(mode);
  socket.on('data', (chunk: Buffer) => socket.write(conversation.receive(chunk)));
  socket.on('end', () => socket.end(conversation.end()));
}

/** Serves one client after the other, as the guide's simple server does. */
function oneByOne(): (socket: Socket) => void {
  let last = Promise.resolve();
  return (socket) => {
    const turn = last;
    const { promise, resolve } = Promise.withResolvers<void>();
    last = promise;
    socket.on('close', resolve);
    void turn.then(() => converse(socket, 'echo'));
  };
}

const args = (port: number, ...more: string[]) => [
  'swarm',
  '127.0.0.1',
  `${port}`,
  '--clients',
  '5',
  '--think',
  '30ms',
  ...more,
];

describe('swarm', () => {
  it.each([
    ['echo', 'echo'],
    ['reply', 'reply'],
    ['lines', 'reply'],
  ] as const)('talks with a server in mode %s', async (mode, reply) => {
    await withServer(
      (socket) => converse(socket, mode),
      async ({ port }, server) => {
        const { code, stdout, stderr } = await runToEnd('client', args(port, '--json'));
        const { summary, clients } = JSON.parse(stdout.toString());
        expect(stderr).toBe('');
        expect(summary).toMatchObject({ succeeded: 5, failed: 0, answered: 15, reply });
        expect(summary.concurrency).toBeGreaterThan(2);
        expect(clients).toHaveLength(5);
        expect(server.accepted).toBe(5);
        expect(code).toBe(0);
      },
    );
  });

  it('shows the queue of a server that takes one client at a time', async () => {
    await withServer(oneByOne(), async ({ port }) => {
      const { code, stdout } = await runToEnd('client', args(port, '--json'));
      const { summary, clients } = JSON.parse(stdout.toString());
      expect(summary.concurrency).toBeLessThan(1.3);
      expect(clients.at(-1).servedAt).toBeGreaterThan(clients[0].servedAt + 3 * 60);
      expect(code).toBe(0);
    });
  });

  it('draws a chart and a table of 80 columns, without colours', async () => {
    await withServer(oneByOne(), async ({ port }) => {
      const { stdout } = await runToEnd('client', args(port));
      const text = stdout.toString();
      expect(text).toContain('5 client × 3 pesan');
      expect(text).toMatch(/^ {5}1 [·░]*█+$/m);
      expect(text).toMatch(/│ menunggu jawaban pertama │/);
      expect(text).not.toContain('\u001b');
      expect(Math.max(...text.split('\n').map((line) => [...line].length))).toBeLessThanOrEqual(80);
    });
  });

  it('saves the chart as a picture', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'client-'));
    try {
      await withServer(oneByOne(), async ({ port }) => {
        const path = join(folder, 'grafik.svg');
        const { code } = await runToEnd('client', args(port, '--svg', path, '--lang', 'en'));
        const svg = await readFile(path, 'utf8');
        expect(svg).toMatch(/^<svg /);
        expect(svg).toContain('5 clients × 3 messages');
        expect(svg).toContain('milliseconds since the start');
        expect(svg).not.toMatch(/<style| style=| class=/);
        expect(code).toBe(0);
        const colors = await drawnColors(svg);
        expect([...colors]).toEqual(expect.arrayContaining(['#ffffff', '#17603f']));
        // Only the title has this colour.
        expect(colors.has('#3c3c41')).toBe(await drawsText());
      });
    } finally {
      await rm(folder, { recursive: true });
    }
  });

  it('refuses before it connects what it could not save', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'client-'));
    try {
      const path = join(folder, 'grafik.svg');
      await writeFile(path, 'lama');
      await withServer(oneByOne(), async ({ port }, server) => {
        for (const [file, words] of [
          [path, `Berkas ${path} sudah ada dan tidak ditimpa.`],
          [join(folder, 'nope', 'x.svg'), 'tidak ada'],
          [folder, 'ini folder, bukan berkas'],
        ]) {
          const { code, stdout, stderr } = await runToEnd('client', args(port, '--svg', file!));
          expect(stderr).toContain(words);
          expect([code, stdout.toString()]).toEqual([14, '']);
        }
        expect([server.accepted, await readFile(path, 'utf8')]).toEqual([0, 'lama']);
        const { code } = await runToEnd('client', args(port, '--svg', path, '--force'));
        expect([code, await readFile(path, 'utf8')]).toEqual([0, expect.stringMatching(/^<svg /)]);
      });
    } finally {
      await rm(folder, { recursive: true });
    }
  });

  it('keeps the failure of one client to that client', async () => {
    await withServer(
      (socket, number) => (number === 2 ? socket.resetAndDestroy() : converse(socket, 'reply')),
      async ({ port }) => {
        const { code, stdout, stderr } = await runToEnd('client', args(port, '--json'));
        const { summary } = JSON.parse(stdout.toString());
        expect(summary).toMatchObject({ succeeded: 4, failed: 1, failures: { ECONNRESET: 1 } });
        expect(stderr).toContain('ECONNRESET');
        expect(code).toBe(10);
      },
    );
  });

  it('notices an answer that is not what was sent', async () => {
    await withServer(
      (socket) => socket.on('data', (chunk) => socket.write(chunk.toString().toUpperCase())),
      async ({ port }) => {
        const { code, stdout } = await runToEnd('client', args(port, '--lang', 'en'));
        expect(stdout.toString()).toContain('5 × ERR_MISMATCH');
        expect(code).toBe(12);
      },
    );
  });

  it.each([
    ['before the first answer', 0, 'ERR_NO_ANSWER', 'without answering.'],
    ['between two answers', 2, 'ERR_ANSWERS_MISSING', 'before it had answered every message.'],
  ])('tells a server that closes %s', async (_name, answers, code, words) => {
    const some = (socket: Socket) => {
      let answered = 0;
      socket.on('data', (chunk) => {
        if (answered < answers) socket.write(chunk);
        if (answered++ === answers) socket.end();
      });
    };
    await withServer(some, async ({ port }) => {
      const ended = await runToEnd('client', args(port, '--lang', 'en'));
      expect(ended.stdout.toString()).toContain(`5 × ${code}: `);
      expect(ended.stderr).toContain(words);
      expect(ended.code).toBe(12);
    });
  });

  it('does not wait for ever for its turn', async () => {
    await withServer(
      (socket, number) => number > 1 || converse(socket, 'echo'),
      async ({ port }) => {
        const { code, stdout } = await runToEnd('client', args(port, '--json', '--timeout', '1s'));
        expect(JSON.parse(stdout.toString()).summary.failures).toEqual({ ETIMEDOUT: 4 });
        expect(code).toBe(9);
      },
    );
  });
});
