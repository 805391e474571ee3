import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { ConnectionOptions } from 'node:tls';
import type { Endpoint } from '@praktikum/protocol';
import { ScriptedClient } from '@praktikum/peers';
import { ask, askAgain, greeted, manyQuestions, type Dialogue } from './dialogue.ts';
import { describeEcho } from './echo-suite.ts';
import { describePortAbuse } from './port-abuse-suite.ts';

/** What the abuse suite has to know of a server. */
interface ServerUnderAbuse {
  /** Starts the server; called once for the whole suite. */
  start(): Promise<{ readonly endpoint: Endpoint; stop(): Promise<unknown> }>;
  /** What is said there. */
  readonly dialogue: Dialogue;
  /** With it the clients speak TLS. */
  readonly tls?: ConnectionOptions;
  /** `all`: clients are served at the same time; `one`: they wait for each other. */
  readonly serves: 'all' | 'one';
}

const MIB = 1024 * 1024;
/**
 * What clients do to a server, by mistake or on purpose. After each abuse the next client must be
 * served. Every server of the workspace is put through it.
 */
export function describeAbuse(server: ServerUnderAbuse): void {
  describe('abuse', () => {
    const { dialogue, serves, tls } = server;
    const { greeting = '' } = dialogue;
    let endpoint: Endpoint;
    let stop: () => Promise<unknown>;

    beforeAll(async () => {
      ({ endpoint, stop } = await server.start());
    });
    afterAll(() => stop());

    const connect = () => ScriptedClient.connect(endpoint, { tls });

    /** Sends everything, half-closes, and gives all that comes back. */
    async function exchange(bytes: string | Uint8Array): Promise<Buffer> {
      const client = await connect();
      client.socket.end(bytes);
      const received = await client.receiveToEnd();
      client.close();
      return received;
    }

    /** That this, and nothing else, was said to a client who asked one question with this word. */
    function expectAnswered(received: Buffer, word: string): void {
      const { payloadOf } = dialogue;
      const expected = payloadOf ? word : greeting + dialogue.ask(word).answer;
      expect((payloadOf?.(received) ?? received).toString()).toBe(expected);
    }

    /** A whole conversation: greeting, one question, its answer, the end. */
    async function converse(word: string): Promise<void> {
      expectAnswered(await exchange(dialogue.ask(word).request), word);
    }

    const expectNextIsServed = () => converse('selanjutnya');

    describePortAbuse({
      connect,
      request: dialogue.ask('x').request,
      oneByOne: serves === 'one' && tls !== undefined, // who waits for a turn has no TLS yet
      expectNextIsServed,
    });

    it('answers nothing to a client that says nothing', async () => {
      expect((await exchange('')).toString()).toBe(greeting);
      await expectNextIsServed();
    });

    it('waits for the rest of a question, and survives a client that leaves in it', async () => {
      const client = await greeted(await connect(), dialogue);
      await client.send(dialogue.stall);
      client.reset();
      await expectNextIsServed();
    });

    it('answers a question that comes byte by byte', async () => {
      const word = 'satu per satu: é € 😀';
      const client = await greeted(await connect(), dialogue);
      await client.dribble(dialogue.ask(word).request);
      client.halfClose();
      expectAnswered(await client.receiveToEnd(), word);
    });

    it('survives a reset after the half-close, with the answer on its way', async () => {
      const client = await connect();
      await client.flood(manyQuestions(dialogue, 4 * MIB), { end: true });
      client.reset();
      await expectNextIsServed();
    });

    if (serves === 'all') {
      it('serves others beside a client that says nothing', async () => {
        const silent = await connect();
        await expectNextIsServed();
        silent.close();
      });

      it.each([5, 50, 200])('gives each of %i clients at once its own answer', async (count) => {
        const words = Array.from({ length: count }, (_, number) => `pesan dari client ${number}`);
        await Promise.all(words.map(converse));
      });
    } else {
      it('lets others wait for a client that says nothing, and serves them then', async () => {
        const silent = await ask(await connect(), dialogue, 'x');
        const waiting = converse('menunggu');
        await askAgain(silent, dialogue);
        silent.close();
        await waiting;
      });
    }

    const { payloadOf } = dialogue;
    if (payloadOf !== undefined) {
      describeEcho({
        connect,
        exchange: async (bytes) => payloadOf(await exchange(bytes)),
        payloadOf,
      });
    }
  });
}
