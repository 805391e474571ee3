import type { ConnectionOptions } from 'node:tls';
import type { Endpoint } from '@praktikum/protocol';
import { ScriptedClient } from '@praktikum/peers';
import type { Random } from './random.ts';
import type { Mischief } from './schedule.ts';

/** A server that gives back what it is sent. */
export interface Host {
  readonly endpoint: Endpoint;
  /** With it the clients speak TLS. */
  readonly tls?: ConnectionOptions;
}

/** Says so many messages, each once the one before has come back whole, and leaves. */
export async function behave(host: Host, messages: number, random: Random): Promise<void> {
  const client = await ScriptedClient.connect(host.endpoint, { tls: host.tls });
  let expected = '';
  for (let message = 0; message < messages; message++) {
    const text = `<${message}:${'x'.repeat(random.oneOf([1, 100, 5000]))}>`;
    expected += text;
    await client.send(text);
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
      await client.send(Buffer.alloc(100_000, 'x'));
      await client.receive(1);
      return void client.reset();
    case 'garbage':
      client.socket.write(GARBAGE);
      return client;
    case 'garbage-below-tls':
      await client.send('x');
      await client.receive(1);
      client.sendBelowTls(GARBAGE);
      return client;
    case 'half-close-at-once':
      client.halfClose();
      return client;
    case 'never-reads':
      await client.flood(Buffer.alloc(1024 * 1024));
      return client;
    case 'says-nothing':
      return client;
  }
}
