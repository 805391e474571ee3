import { afterAll, beforeAll, describe, it } from '@jest/globals';
import type { ConnectionOptions } from 'node:tls';
import type { Endpoint } from '@praktikum/protocol';
import { ScriptedClient } from '@praktikum/peers';
import {
  ask,
  askAgain,
  expectAnswers,
  greeted,
  manyQuestions,
  payload,
  type Dialogue,
  type Question,
} from './dialogue.ts';
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

/** More than every buffer on the way holds. */
const MUCH = 8_000_000;

/**
 * What clients do to a server, by mistake or on purpose. After each abuse the next client must be
 * served. Every server of the workspace is put through it.
 */
export function describeAbuse(server: ServerUnderAbuse): void {
  describe('abuse', () => {
    const { dialogue, serves, tls } = server;
    const { stall } = dialogue;
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

    /** A whole conversation: greeting, all questions at once, their answers, the end. */
    async function converse(...questions: readonly Question[]): Promise<void> {
      const received = await exchange(requestsOf(questions));
      expectAnswers(received, dialogue, ...questions);
    }

    const [first, second] = [dialogue.ask('pertama'), dialogue.ask('kedua')];
    const expectNextIsServed = () => converse(dialogue.ask('selanjutnya'));

    describePortAbuse({
      connect,
      request: first.request,
      stall,
      ...(dialogue.greeting && { greeting: dialogue.greeting }),
      oneByOne: serves === 'one' && tls !== undefined, // who waits for a turn has no TLS yet
      expectNextIsServed,
    });

    it('answers nothing to a client that says nothing', async () => {
      await converse();
      await expectNextIsServed();
    });

    it('answers a thousand questions that come at once', async () => {
      await converse(...manyWords(1000).map((word) => dialogue.ask(word)));
    });

    it('answers a question that comes byte by byte', async () => {
      const question = dialogue.ask('satu per satu: é € 😀');
      const client = await greeted(await connect(), dialogue);
      await client.dribble(question.request);
      client.halfClose();
      expectAnswers(await client.receiveToEnd(), dialogue, question);
    });

    it('loses and invents nothing between two sends', async () => {
      const client = await connect();
      void client.send(first.request);
      void client.send(second.request);
      client.halfClose();
      expectAnswers(await client.receiveToEnd(), dialogue, first, second);
    });

    it('misses nothing with a client that reads late', async () => {
      const questions = manyWords(MUCH / 1000).map((word) => dialogue.ask(word.padEnd(1000, '.')));
      const client = await connect();
      await client.flood(Buffer.from(requestsOf(questions)), { end: true });
      client.socket.resume();
      expectAnswers(await client.receiveToEnd(), dialogue, ...questions);
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

      it('serves others beside a client that stops in the middle of a question', async () => {
        const stalled = await ask(await connect(), dialogue);
        await stalled.send(stall);
        await expectNextIsServed();
        stalled.close();
      });

      it.each([5, 50, 200])('gives each of %i clients at once its own answer', async (count) => {
        await Promise.all(manyWords(count).map((word) => converse(dialogue.ask(word))));
      });
    } else {
      it('lets others wait for a client that says nothing, and serves them then', async () => {
        const silent = await ask(await connect(), dialogue);
        const waiting = expectNextIsServed();
        await askAgain(silent, dialogue);
        silent.close();
        await waiting;
      });
    }

    if (dialogue.isEcho) {
      describeEcho({
        connect,
        exchange: async (bytes) => payload(await exchange(bytes), dialogue),
        payloadOf: (received) => payload(received, dialogue),
      });
    }
  });
}

function requestsOf(questions: readonly Question[]): string {
  return questions.map(({ request }) => request).join('');
}

function manyWords(count: number): string[] {
  return Array.from({ length: count }, (_, number) => `pesan ${number}`);
}
