import { fstatSync } from 'node:fs';
import { basename } from 'node:path';
import { addAbortSignal, type Readable } from 'node:stream';
import { CodedError, codeOf, DEFAULT_MESSAGE, escapeControls, Excerpts } from '@praktikum/protocol';
import { isPipe, openInput, type InputFile } from '@praktikum/service';

/** What is sent, however much it is. */
export interface Message {
  /** What the line `Mengirim: …` says of it. */
  readonly shown: string;
  readonly chunks: AsyncIterable<Uint8Array>;
  /** Lets go of the file or of standard input, also when not all was read. */
  close(): void;
}

export interface MessageOptions {
  readonly message?: string;
  /** A path, or `-` for standard input. */
  readonly file?: string;
  readonly stdin: Readable;
  /** Whether standard input may be the message; see `isPiped`. */
  readonly piped: boolean;
  /** Ends the wait for standard input. */
  readonly signal: AbortSignal;
  /** Told when the pipe stayed silent and the default message is sent in its place. */
  readonly silentPipe: (waitedMs: number) => void;
}

/**
 * How long the first byte of a pipe is waited for that nobody has named as the message.
 * @unit ms
 * @against a pipe that is open and says nothing
 * @provenBy ../../integration/input.spec.ts: that stays silent leaves the guide its message too,
 *   and says so
 */
const PIPE_GRACE_MS = 2000;

const STDIN = '-';

/**
 * Decides what is sent: `--message`, `--file`, what is piped in, or else the guide's message.
 *
 * A pipe may be the message (`echo halo | client`) or just be what a scheduler or a test leaves
 * behind as standard input. So an empty pipe, and one that gives nothing for two seconds, mean the
 * guide's message; `--file -` says that standard input is meant, empty and slow ones included.
 * @throws CodedError `ERR_FILE`
 */
export async function openMessage(options: MessageOptions): Promise<Message> {
  const { message, file, stdin, piped, signal } = options;
  if (message !== undefined) return textMessage(message);
  if (file === STDIN || (file === undefined && piped)) addAbortSignal(signal, stdin);
  if (file === STDIN) return (await streamMessage(stdin)) ?? textMessage('');
  if (file !== undefined) return fileMessage(file, signal);
  if (!piped) return textMessage(DEFAULT_MESSAGE);
  const given = await streamMessage(stdin, PIPE_GRACE_MS);
  if (given === 'silent') options.silentPipe(PIPE_GRACE_MS);
  return given === 'silent' || given === undefined ? textMessage(DEFAULT_MESSAGE) : given;
}

/**
 * Whether standard input was given to this program: a pipe, a file or a socket. A terminal is there
 * for the user, and `/dev/null` or NUL (character devices too) says that there is no input.
 */
export function isPiped(descriptor = 0): boolean {
  try {
    const input = fstatSync(descriptor);
    return isPipe(input) || input.isFile() || input.isSocket();
  } catch {
    return false; // it was closed before this program began
  }
}

function textMessage(text: string): Message {
  const bytes = Buffer.from(text);
  return {
    shown: escapeControls(text, 'keep'),
    chunks: (async function* () {
      if (bytes.length > 0) yield bytes;
    })(),
    close: () => undefined,
  };
}

function fileMessage(path: string, signal: AbortSignal): Message {
  const { stats, stream } = openFile(path);
  addAbortSignal(signal, stream);
  const size = stats.isFile() ? ` (${stats.size} byte)` : '';
  return {
    shown: `${escapeControls(basename(path))}${size}`,
    chunks: (async function* () {
      try {
        yield* stream as AsyncIterable<Uint8Array>;
      } catch (error) {
        throw fileError(path, error);
      }
    })(),
    close: () => stream.destroy(),
  };
}

function openFile(path: string): InputFile {
  try {
    return openInput(path);
  } catch (error) {
    throw fileError(path, error);
  }
}

/**
 * Undefined for a stream that ends without a byte, `silent` for one that gives none in time.
 * @param graceMs without it there is no limit
 */
async function streamMessage(stream: Readable): Promise<Message | undefined>;
async function streamMessage(
  stream: Readable,
  graceMs: number,
): Promise<Message | 'silent' | undefined>;
async function streamMessage(
  stream: Readable,
  graceMs?: number,
): Promise<Message | 'silent' | undefined> {
  const chunks = (stream as AsyncIterable<Uint8Array>)[Symbol.asyncIterator]();
  const first = await within(chunks.next(), graceMs);
  if (first === 'late' || first.done === true) {
    stream.destroy();
    return first === 'late' ? 'silent' : undefined;
  }
  const excerpt = new Excerpts().push(first.value).replace(/\r?\n$/, '');
  return {
    shown: escapeControls(excerpt, 'keep'),
    chunks: (async function* () {
      yield first.value;
      for (let next = await chunks.next(); next.done !== true; next = await chunks.next()) {
        yield next.value;
      }
    })(),
    close: () => stream.destroy(),
  };
}

async function within<T>(work: Promise<T>, ms: number | undefined): Promise<T | 'late'> {
  if (ms === undefined) return work;
  const { promise: late, resolve } = Promise.withResolvers<'late'>();
  const timer = setTimeout(resolve, ms, 'late');
  work.catch(() => undefined); // when it is late, its end is nobody's business
  return Promise.race([work, late]).finally(() => clearTimeout(timer));
}

function fileError(path: string, error: unknown): CodedError {
  const reason = codeOf(error);
  return new CodedError('ERR_FILE', `${path}: ${reason}`, {
    cause: error,
    details: { path: escapeControls(path), reason },
  });
}
