import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { ConnectionOptions } from 'node:tls';
import type { Endpoint } from '@praktikum/protocol';
import { ScriptedClient } from '@praktikum/peers';
import { describePortAbuse } from './port-abuse-suite.ts';

/** What the abuse suite has to know of a server that gives back what it is sent. */
export interface ServerUnderAbuse {
  /** Starts the server; called once for the whole suite. */
  start(): Promise<{ readonly endpoint: Endpoint; stop(): Promise<unknown> }>;
  /** With it the clients speak TLS. */
  readonly tls?: ConnectionOptions;
  /** What the client sent, taken out of what came back. Default: it came back as it was. */
  payloadOf?(received: Buffer): Buffer;
  /** `all`: clients are served at the same time; `one`: they wait for each other. */
  serves: 'all' | 'one';
}

const MIB = 1024 * 1024;
const everyByte = Buffer.from(Array.from({ length: 256 }, (_, value) => value));

/**
 * What clients do to a server, by mistake or on purpose. After each abuse the next client must be
 * served. Every server of the workspace that gives back what it is sent is put through it.
 */
export function describeAbuse(server: ServerUnderAbuse): void {
  describe('abuse', () => {
    const { payloadOf = (received: Buffer) => received, serves, tls } = server;
    let endpoint: Endpoint;
    let stop: () => Promise<unknown>;

    beforeAll(async () => {
      ({ endpoint, stop } = await server.start());
    });
    afterAll(() => stop());

    const connect = () => ScriptedClient.connect(endpoint, { tls });

    /** Sends everything, half-closes, and gives the payload of all that comes back. */
    async function exchange(bytes: string | Uint8Array): Promise<Buffer> {
      const client = await connect();
      client.socket.end(bytes);
      const payload = payloadOf(await client.receiveToEnd());
      client.close();
      return payload;
    }

    async function expectNextIsServed(): Promise<void> {
      await expect(exchange('selanjutnya')).resolves.toEqual(Buffer.from('selanjutnya'));
    }

    describePortAbuse({
      connect,
      request: 'x',
      oneByOne: serves === 'one' && tls !== undefined, // who waits for a turn has no TLS yet
      expectNextIsServed,
    });

    it('gives back nothing to a client that says nothing', async () => {
      await expect(exchange('')).resolves.toHaveLength(0);
      await expectNextIsServed();
    });

    it('answers text', async () => {
      await expect(exchange('Ini pesan dari client')).resolves.toEqual(
        Buffer.from('Ini pesan dari client'),
      );
    });

    it('gives every byte value back unchanged', async () => {
      await expect(exchange(everyByte)).resolves.toEqual(everyByte);
    });

    it('gives back one MiB sent at once', async () => {
      const bytes = Buffer.alloc(MIB, everyByte);
      expect((await exchange(bytes)).equals(bytes)).toBe(true);
    });

    it('gives back a line of 64 KiB without an end', async () => {
      const bytes = Buffer.alloc(64 * 1024, 'a');
      expect((await exchange(bytes)).equals(bytes)).toBe(true);
    });

    it('gives back what is sent byte by byte', async () => {
      const client = await connect();
      await client.dribble('satu per satu: é € 😀');
      client.halfClose();
      expect(payloadOf(await client.receiveToEnd()).toString()).toBe('satu per satu: é € 😀');
    });

    it('loses and invents nothing between two sends', async () => {
      const client = await connect();
      void client.send('pertama,');
      void client.send('kedua');
      client.halfClose();
      expect(payloadOf(await client.receiveToEnd()).toString()).toBe('pertama,kedua');
    });

    it('survives a character that comes in two parts', async () => {
      const client = await connect();
      await client.send(Uint8Array.of(0xc3));
      await client.receive(1);
      client.socket.end(Uint8Array.of(0xa9));
      expect(payloadOf(await client.receiveToEnd()).toString()).toBe('é');
      await expectNextIsServed();
    });

    it('survives a character across byte 1024', async () => {
      const text = `${'a'.repeat(1023)}é`;
      expect((await exchange(text)).toString()).toBe(text);
    });

    it('survives bytes that are no UTF-8', async () => {
      const bytes = Buffer.from([0xff, 0xfe, 0x00]);
      await expect(exchange(bytes)).resolves.toEqual(bytes);
      await expectNextIsServed();
    });

    it('survives a reset after the half-close, with the answer on its way', async () => {
      const client = await connect();
      await client.flood(Buffer.alloc(4 * MIB, 'x'), { end: true });
      client.reset();
      await expectNextIsServed();
    });

    it('misses nothing with a client that reads late', async () => {
      const bytes = Buffer.alloc(8 * MIB, everyByte);
      const client = await connect();
      await client.flood(bytes, { end: true });
      client.socket.resume();
      expect(payloadOf(await client.receiveToEnd()).equals(bytes)).toBe(true);
    });

    if (serves === 'all') {
      it('serves others beside a client that says nothing', async () => {
        const silent = await connect();
        await expectNextIsServed();
        silent.close();
      });

      it.each([5, 50, 200])('gives each of %i clients at once its own answer', async (count) => {
        const texts = Array.from({ length: count }, (_, number) => `pesan dari client ${number}`);
        const answers = await Promise.all(texts.map(exchange));
        expect(answers.map(String)).toEqual(texts);
      });
    } else {
      it('lets others wait for a client that says nothing, and serves them then', async () => {
        const silent = await connect();
        await silent.send('x');
        await silent.receive(1);
        const waiting = exchange('menunggu');
        await silent.send('y');
        await silent.receive(2);
        silent.close();
        await expect(waiting).resolves.toEqual(Buffer.from('menunggu'));
      });
    }
  });
}
