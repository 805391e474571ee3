import { CodedError } from './coded-error.ts';
import { REPLY_PREFIX, SERVER_RECV_SIZE } from './guide.ts';
import { LineDecoder } from './line-decoder.ts';

/** What a server says to one client: bytes in, bytes out, no socket. One object serves one connection. */
export interface Conversation {
  /**
   * The answer to a received chunk; empty when more bytes are needed. The chunk is lent: what is to
   * be kept beyond the call has to be copied.
   */
  receive(chunk: Uint8Array): Uint8Array;
  /** Set once the client has broken the rules: after the answers so far it is to be left. */
  readonly failure?: CodedError | undefined;
  /**
   * The last bytes to send once the client has sent all of its own.
   * @throws CodedError `ERR_PARTIAL_LINE` when the client stopped in the middle of a message
   */
  end(): Uint8Array;
}

export const CONVERSATION_MODES = ['echo', 'reply', 'lines'] as const;
export type ConversationMode = (typeof CONVERSATION_MODES)[number];

const NOTHING = new Uint8Array(0);
const PREFIX = Buffer.from(REPLY_PREFIX);
const LF = 0x0a;

/** These two remember nothing: one of each is enough for all connections. */
const ECHO: Conversation = { receive: (chunk) => chunk, end: () => NOTHING };
const REPLY: Conversation = { receive: replyToChunk, end: () => NOTHING };

/**
 * The conversations of the guide, and one with messages:
 * - `echo`: every byte comes back unchanged (RFC 862);
 * - `reply`: every received chunk comes back behind `Anda mengirim: `;
 * - `lines`: every line comes back behind `Anda mengirim: `, however it was cut on its way.
 */
export function createConversation(mode: ConversationMode): Conversation {
  switch (mode) {
    case 'echo':
      return ECHO;
    case 'reply':
      return REPLY;
    case 'lines':
      return new LineConversation();
  }
}

/**
 * Node reads up to 64 KiB at once where the guide's server takes 1024 bytes, so a longer read is
 * answered in pieces of that size: a client sees the same as from the guide's `recv(1024)`.
 */
function replyToChunk(chunk: Uint8Array): Uint8Array {
  if (chunk.length === 0) return NOTHING;
  const pieces = Math.ceil(chunk.length / SERVER_RECV_SIZE);
  const reply = Buffer.allocUnsafe(chunk.length + pieces * PREFIX.length);
  let written = 0;
  for (let start = 0; start < chunk.length; start += SERVER_RECV_SIZE) {
    reply.set(PREFIX, written);
    const piece = chunk.subarray(start, start + SERVER_RECV_SIZE);
    reply.set(piece, written + PREFIX.length);
    written += PREFIX.length + piece.length;
  }
  return reply;
}

/** In one buffer: for a read full of newlines, a list of its 196,608 pieces took more than half of the time. */
function replyToLines(lines: readonly Uint8Array[]): Uint8Array {
  const length = lines.reduce((sum, line) => sum + PREFIX.length + line.length + 1, 0);
  const reply = Buffer.allocUnsafe(length);
  let written = 0;
  for (const line of lines) {
    reply.set(PREFIX, written);
    reply.set(line, written + PREFIX.length);
    written += PREFIX.length + line.length + 1;
    reply[written - 1] = LF;
  }
  return reply;
}

class LineConversation implements Conversation {
  readonly #decoder = new LineDecoder();

  receive(chunk: Uint8Array): Uint8Array {
    return replyToLines(this.#decoder.push(chunk));
  }

  get failure(): CodedError | undefined {
    return this.#decoder.failure;
  }

  end(): Uint8Array {
    if (this.#decoder.end() === 'clean') return NOTHING;
    throw new CodedError('ERR_PARTIAL_LINE', 'the peer ended in the middle of a line', {
      details: { bytes: this.#decoder.buffered },
    });
  }
}
