import { once } from 'node:events';
import type { Socket } from 'node:net';
import { clearLine, createInterface, cursorTo, type Interface } from 'node:readline';
import { DisplayDecoder, escapeControls, type Endpoint } from '@praktikum/protocol';
import { printLine } from '@praktikum/service';
import { connectError } from '../errors/connect-error.ts';
import { timedOut } from '../open-connection.ts';
import { GUIDE_LINES } from '../texts.ts';
import { writeTo } from '../write-to.ts';
import { SilenceWatch } from './silence-watch.ts';
import type { SendTexts } from './texts.ts';

export interface ConverseOptions {
  readonly endpoint: Endpoint;
  /** Longest silence of the server after the last line. */
  readonly timeoutMs: number;
  /** Standard output gets the bytes of the answers alone, and standard error the rest. Default: false. */
  readonly raw?: boolean | undefined;
  readonly texts: SendTexts;
  readonly signal: AbortSignal;
}

/**
 * A conversation with a person: each line is sent with its newline, what comes back is shown above
 * the line that is being typed. While the person thinks the server may be silent, and so it may the
 * other way round; the time limit counts when the person has ended (Ctrl-D).
 */
export async function converse(socket: Socket, options: ConverseOptions): Promise<void> {
  const { endpoint, timeoutMs, raw = false, texts, signal } = options;
  const keyboard = new Keyboard(raw);
  if (keyboard.prompting) printLine(texts.conversation, process.stderr);
  const watch = new SilenceWatch(socket, timeoutMs, () =>
    timedOut(endpoint, timeoutMs, 'connected'),
  );
  watch.ourTurn = true;
  const interrupted = () => socket.destroy(signal.reason as Error);
  signal.addEventListener('abort', interrupted);
  try {
    const sending = sendLines(socket, keyboard).then(() => (watch.ourTurn = false));
    const showing = raw ? passReplies(socket) : showReplies(socket, keyboard);
    // Typing that has ended is not the end: the last replies are still to come.
    await Promise.race([showing, sending.then(() => showing)]);
    if (!socket.writableEnded) keyboard.showLast(texts.serverClosed, process.stderr);
  } catch (error) {
    throw connectError(socket.errored ?? error, endpoint, timeoutMs);
  } finally {
    signal.removeEventListener('abort', interrupted);
    watch.stop();
    keyboard.close();
  }
}

async function sendLines(socket: Socket, keyboard: Keyboard): Promise<void> {
  const sent: Promise<void>[] = [];
  await keyboard.read((line) => {
    if (!socket.writable) return;
    // On a terminal the line stands there already, as it was typed.
    if (!keyboard.prompting) printLine(GUIDE_LINES.sending(escapeControls(line)), keyboard.output);
    sent.push(writeTo(socket, `${line}\n`));
  });
  await Promise.all(sent);
  socket.end();
}

async function showReplies(socket: Socket, keyboard: Keyboard): Promise<void> {
  const decoder = new DisplayDecoder();
  const show = (text: string) => {
    const shown = escapeControls(text.replace(/\r?\n$/, ''), 'keep');
    if (text !== '') keyboard.show(GUIDE_LINES.received(shown));
  };
  const chunks: AsyncIterable<Buffer> = socket.iterator({ destroyOnReturn: false });
  for await (const chunk of chunks) show(decoder.push(chunk));
  show(decoder.end());
}

async function passReplies(socket: Socket): Promise<void> {
  const chunks: AsyncIterable<Buffer> = socket.iterator({ destroyOnReturn: false });
  for await (const chunk of chunks) await writeTo(process.stdout, chunk);
}

/** Lines from standard input; on a terminal with a prompt, line editing and history. */
class Keyboard {
  readonly #lines: Interface;
  /** Where what is sent is shown. */
  readonly output: NodeJS.WriteStream;
  /** Whether a prompt is on the screen now. */
  prompting: boolean;

  constructor(raw: boolean) {
    this.output = raw ? process.stderr : process.stdout;
    this.prompting = !raw && process.stdin.isTTY && process.stdout.isTTY;
    const { stdin: input, stdout: output } = process;
    this.#lines = createInterface({ input, output, terminal: this.prompting });
    // A terminal in raw mode gives Ctrl-C to its reader, not to the process. It ends the typing, as Ctrl-D does;
    // then the mode is over, and a second one interrupts.
    this.#lines.on('SIGINT', () => this.#lines.close());
    this.#lines.once('close', () => {
      if (this.prompting) printLine('');
      this.prompting = false;
    });
  }

  /** Resolves at the end of the input. */
  async read(take: (line: string) => void): Promise<void> {
    this.#lines.on('line', (line) => {
      take(line);
      if (this.prompting) this.#lines.prompt();
    });
    if (this.prompting) this.#lines.prompt();
    await once(this.#lines, 'close');
  }

  /** A line above the one that is being typed. */
  show(line: string, stream: NodeJS.WritableStream = process.stdout): void {
    this.#clearPrompt();
    stream.write(`${line}\n`);
    if (this.prompting) this.#lines.prompt(true);
  }

  /** A line after which nothing can be typed any more. */
  showLast(line: string, stream: NodeJS.WritableStream): void {
    this.#clearPrompt();
    this.prompting = false;
    stream.write(`${line}\n`);
  }

  #clearPrompt(): void {
    if (!this.prompting) return;
    cursorTo(process.stdout, 0);
    clearLine(process.stdout, 0);
  }

  close(): void {
    this.#lines.close();
    process.stdin.destroy();
  }
}
