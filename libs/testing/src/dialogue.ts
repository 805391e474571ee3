import { REPLY_PREFIX } from '@praktikum/protocol';
import type { ScriptedClient } from '@praktikum/peers';

/** What a client says once, and what it is to hear then. */
interface Question {
  readonly request: string;
  /** What comes back for it, or the end of that. */
  readonly answer: string;
}

/** What a server and its clients say to each other, as far as the suites have to know. */
export interface Dialogue {
  /** What the server says first. Default: nothing, it waits for the client. */
  readonly greeting?: string;
  /** A question with this word in it; it may be asked again and again. */
  ask(word: string): Question;
  /** The beginning of a question, after which the server waits for the rest. */
  readonly stall: string;
  /** The event of the log by which the server says that it has heard of a client. */
  readonly event: 'connection' | 'received';
  /** Of an echo: what the client has sent, out of all that came back. Default: it is no echo. */
  payloadOf?(received: Buffer): Buffer;
}

/** Gives back what it is sent. */
export const ECHO: Dialogue = {
  ask: (word) => ({ request: word, answer: word }),
  stall: 'x',
  event: 'received',
  payloadOf: (received) => received,
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
  await client.receiveUntil(JSON.stringify(answer), (received) =>
    received.subarray(before).toString().endsWith(answer),
  );
  return client;
}

/** Questions without end, for a client that reads no answer. */
export function manyQuestions({ ask: question }: Dialogue, bytes: number): Buffer {
  return Buffer.alloc(bytes, question('x').request);
}
