import type { ConnectionOptions } from 'node:tls';
import type { Endpoint } from '@praktikum/protocol';
import { ScriptedClient, type Random } from '@praktikum/peers';
import { ask, greeted, manyQuestions, type Dialogue } from '../dialogue.ts';
import type { Mischief } from './schedule.ts';

/** The server that they are guests of. */
export interface Host {
  readonly endpoint: Endpoint;
  readonly dialogue: Dialogue;
  /** With it the clients speak TLS. */
  readonly tls?: ConnectionOptions;
}

/** Asks so many questions, each once the one before has been answered in full, and leaves. */
export async function behave(host: Host, messages: number, random: Random): Promise<void> {
  const client = await ScriptedClient.connect(host.endpoint, { tls: host.tls });
  let { greeting: expected = '' } = host.dialogue;
  await greeted(client, host.dialogue);
  for (let message = 0; message < messages; message++) {
    const text = `<${message}:${'x'.repeat(random.oneOf([1, 100, 5000]))}>`;
    const { request, answer } = host.dialogue.ask(text);
    expected += answer;
    await client.send(request);
    await client.receive(expected.length);
  }
  if (random.next() < 0.5) {
    client.halfClose();
    await client.receiveToEnd();
  }
  const received = client.received.toString();
  client.close();
  if (received !== expected) {
    throw new Error(`${received.length} of ${expected.length} bytes came back (${client.outcome})`);
  }
}

const GARBAGE = Buffer.from('\x16\x03\x01\xff\xffhalo\r\n\x00\xfe'.repeat(50), 'latin1');

/**
 * Does what it should not, and stays where it is.
 * @returns the client, to be closed at the end; undefined where it has left by itself
 */
export async function misbehave(host: Host, kind: Mischief): Promise<ScriptedClient | undefined> {
  const below = kind === 'reset-at-once' || kind === 'garbage' || kind === 'says-nothing';
  const client = await ScriptedClient.connect(host.endpoint, below ? {} : { tls: host.tls });
  switch (kind) {
    case 'reset-at-once':
      return void client.reset();
    case 'reset-in-the-middle':
      await client.send(manyQuestions(host.dialogue, 100_000));
      await client.receive(1);
      return void client.reset();
    case 'garbage':
      client.socket.write(GARBAGE);
      return client;
    case 'garbage-below-tls':
      await ask(client, host.dialogue);
      client.sendBelowTls(GARBAGE);
      return client;
    case 'half-close-at-once':
      client.halfClose();
      return client;
    case 'never-reads':
      await client.flood(manyQuestions(host.dialogue, 1024 * 1024));
      return client;
    case 'says-nothing':
      return client;
  }
}
