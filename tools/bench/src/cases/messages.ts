import type { Case } from './case.ts';
import { conversationCase } from './conversation-case.ts';

const REPLY = { mode: 'reply', tls: false } as const;
const SMALL_BYTES = 32;

const smallMessages = (connections: number, rate: number): Case =>
  conversationCase({
    name: `messages-${connections}`,
    what: `messages of ${SMALL_BYTES} bytes on ${connections} connections; latency at ${rate} messages a second`,
    need: REPLY,
    connections,
    size: SMALL_BYTES,
    rate,
  });

export const messages1 = smallMessages(1, 1000);
export const messages64 = smallMessages(64, 4000);
export const messages1000 = smallMessages(1000, 4000);

export const bulk = conversationCase({
  name: 'bulk',
  what: 'messages of 64 KiB on 16 connections, in echo mode; latency at 500 messages a second',
  need: { mode: 'echo', tls: false },
  connections: 16,
  size: 65_536,
  rate: 500,
});

export const work = conversationCase({
  name: 'work',
  what: 'messages of 32 bytes that take some milliseconds of scrypt, on 16 connections',
  need: { mode: 'work', tls: false },
  connections: 16,
  size: SMALL_BYTES,
});

export const tlsBulk = conversationCase({
  name: 'tls-bulk',
  what: 'messages of 64 KiB over TLS on 16 connections, in echo mode',
  need: { mode: 'echo', tls: true },
  connections: 16,
  size: 65_536,
});
