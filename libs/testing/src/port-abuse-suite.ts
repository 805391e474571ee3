import { describe, it } from '@jest/globals';
import type { ScriptedClient } from '@praktikum/peers';

/** What every TCP port has to stand, whatever is spoken there. */
export interface PortUnderAbuse {
  connect(): Promise<ScriptedClient>;
  /** A request, the answer to which is more than nothing. */
  readonly request: string;
  /** The beginning of a request, after which the server waits for the rest. */
  readonly stall: string;
  /** What the server says before it is asked. Default: nothing. */
  readonly greeting?: string;
  /** Whether `connect` can come back before the server has taken the client, and fail after that. */
  readonly oneByOne?: boolean;
  /** A whole exchange of a client who comes next; rejects when it is not served as it should be. */
  expectNextIsServed(): Promise<void>;
}

/**
 * What clients do to any port, by mistake or on purpose. After each of them the next client must be
 * served.
 */
export function describePortAbuse({
  connect,
  request,
  stall,
  greeting = '',
  oneByOne,
  expectNextIsServed,
}: PortUnderAbuse): void {
  describe('as any port', () => {
    it('survives a client that says nothing and leaves', async () => {
      const client = await connect();
      client.halfClose();
      await client.receiveOutcome();
      await expectNextIsServed();
    });

    it('survives a reset before the first byte', async () => {
      (await connect()).reset();
      await expectNextIsServed();
    });

    it('survives a reset in the middle of a request', async () => {
      const client = await connect();
      await client.send(stall);
      client.reset();
      await expectNextIsServed();
    });

    it('survives a half-close in the middle of a request', async () => {
      const client = await connect();
      client.socket.end(stall);
      await client.receiveOutcome();
      await expectNextIsServed();
    });

    it('survives a reset in the middle of an answer', async () => {
      const client = await connect();
      await client.send(request);
      await client.receive(Buffer.byteLength(greeting) + 1);
      client.reset();
      await expectNextIsServed();
    });

    it('survives a reset right behind the last byte', async () => {
      for (let count = 0; count < 20; count++) {
        const client = await connect();
        await client.send(request);
        client.reset();
      }
      await expectNextIsServed();
    });

    it('is left with nothing by fifty clients that come and go', async () => {
      for (let count = 0; count < 50; count++) (await connect()).close();
      await expectNextIsServed();
    });

    it('survives two hundred resets at once', async () => {
      const connectAndReset = async () => {
        const client = await connect().catch(() => undefined);
        if (oneByOne) client?.reset(); // nobody can wait for all the others
        return client;
      };
      const clients = await Promise.all(Array.from({ length: 200 }, connectAndReset));
      for (const client of clients) client?.reset();
      await expectNextIsServed();
    });

    it('survives a client that never reads, and leaves', async () => {
      const client = await connect();
      await client.flood(Buffer.alloc(8 * 1024 * 1024, request));
      client.close();
      await expectNextIsServed();
    });
  });
}
