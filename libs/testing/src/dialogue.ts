import { expect } from '@jest/globals';
import { REPLY_PREFIX } from '@praktikum/protocol';
import type { ScriptedClient } from '@praktikum/peers';

/** Of what came and what should have come, in a failed test. */
const SHOWN = 1000;

/** What a client says once, and what it is to hear then. */
export interface Question {
  readonly request: string;
  /** What comes back for it, the whole of it, as {@link Dialogue.payloadOf} leaves it. */
  readonly answer: string;
}

/** What a server and its clients say to each other, as far as the suites have to know. */
export interface Dialogue {
  /** What the server says first. Default: nothing, it waits for the client. */
  readonly greeting?: string;
  /** A question with this word in it; it may be asked again and again. */
  ask(word: string): Question;
  /** A question whose answer takes longer than the silence by which a stopping server ends a connection. */
  readonly slow?: Question;
  /** The beginning of a question, after which the server waits for the rest. */
  readonly stall: string;
  /** The event of the log by which the server says that it has heard of a client. */
  readonly event: 'connection' | 'received';
  /**
   * Takes out of what came, or makes equal, what cannot be known before: a random word, or what depends on how
   * the requests arrived. Default: nothing.
   */
  payloadOf?(received: Buffer): Buffer;
  /** Whether bytes of any kind are given back as they were sent, when `payloadOf` has seen them. */
  readonly isEcho?: boolean;
}

/** Gives back what it is sent. */
export const ECHO: Dialogue = {
  ask: (word) => ({ request: word, answer: word }),
  stall: 'x',
  event: 'received',
  isEcho: true,
};

const PREFIX = Buffer.from(REPLY_PREFIX);

/** Gives back what it is sent, each piece behind the guide's words, which no payload of the suites contains. */
export const REPLY: Dialogue = {
  ...ECHO,
  payloadOf(received) {
    const pieces: Buffer[] = [];
    let start = 0;
    for (let at = received.indexOf(PREFIX); at !== -1; at = received.indexOf(PREFIX, start)) {
      pieces.push(received.subarray(start, at));
      start = at + PREFIX.length;
    }
    return Buffer.concat([...pieces, received.subarray(start)]);
  },
};

/** Gives back every line, once it is complete: what a generated service says. */
export const LINE_ECHO: Dialogue = {
  ask: (word) => ({ request: `${word}\n`, answer: `${word}\n` }),
  stall: 'a line without an end',
  event: 'connection',
};

/** Waits until the server has said what it says first. */
export async function greeted(
  client: ScriptedClient,
  { greeting }: Dialogue,
): Promise<ScriptedClient> {
  if (greeting !== undefined) await client.receiveText(greeting);
  return client;
}

/** The first question of a client, with its answer: it is being served for sure. */
export async function ask(
  client: ScriptedClient,
  dialogue: Dialogue,
  word = 'x',
): Promise<ScriptedClient> {
  return askAgain(await greeted(client, dialogue), dialogue, word);
}

/** One more question, and its answer. */
export async function askAgain(
  client: ScriptedClient,
  dialogue: Dialogue,
  word = 'y',
): Promise<ScriptedClient> {
  const { request, answer } = dialogue.ask(word);
  const before = client.received.length;
  await client.send(request);
  await client.receiveUntil(
    JSON.stringify(answer),
    (received) => payload(received.subarray(before), dialogue).toString() === answer,
  );
  return client;
}

/** What was said, as far as it can be known before. */
export function payload(received: Buffer, { payloadOf }: Dialogue): Buffer {
  return payloadOf?.(received) ?? received;
}

/** That a client who asked this, and then half-closed, has been told the answers and nothing else. */
export function expectAnswers(
  received: Buffer,
  dialogue: Dialogue,
  ...questions: readonly Question[]
): void {
  const { greeting = '' } = dialogue;
  const heard = payload(received, dialogue).toString();
  const expected = greeting + questions.map(({ answer }) => answer).join('');
  if (heard === expected) return;
  expect(heard.slice(0, SHOWN)).toBe(expected.slice(0, SHOWN)); // of many MiB a diff would take minutes
  throw new Error(`${heard.length} characters came in place of ${expected.length}`);
}

/** Questions without end, for a client that reads no answer. */
export function manyQuestions({ ask: question }: Dialogue, bytes: number): Buffer {
  return Buffer.alloc(bytes, question('x').request);
}
