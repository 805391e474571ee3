import { describe, expect, it } from '@jest/globals';
import type { ScriptedClient } from '@praktikum/peers';

/** A server that gives back what it is sent. */
interface EchoUnderTest {
  connect(): Promise<ScriptedClient>;
  /** Sends everything, half-closes, and gives what came back of it. */
  exchange(bytes: string | Uint8Array): Promise<Buffer>;
  payloadOf(received: Buffer): Buffer;
}

const MIB = 1024 * 1024;
const everyByte = Buffer.from(Array.from({ length: 256 }, (_, value) => value));

/** What holds for an echo: it loses, changes and invents nothing, whatever it is sent and however. */
export function describeEcho({ connect, exchange, payloadOf }: EchoUnderTest): void {
  describe('as an echo', () => {
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

    it('survives a character that comes in two parts', async () => {
      const client = await connect();
      await client.send(Uint8Array.of(0xc3));
      await client.receive(1);
      client.socket.end(Uint8Array.of(0xa9));
      expect(payloadOf(await client.receiveToEnd()).toString()).toBe('é');
    });

    it('survives a character across byte 1024', async () => {
      const text = `${'a'.repeat(1023)}é`;
      expect((await exchange(text)).toString()).toBe(text);
    });

    it('survives bytes that are no UTF-8', async () => {
      const bytes = Buffer.from([0xff, 0xfe, 0x00]);
      await expect(exchange(bytes)).resolves.toEqual(bytes);
    });
  });
}
