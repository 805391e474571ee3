import type { Socket } from 'node:net';
import type { Command } from 'commander';
import type { Endpoint } from '@praktikum/protocol';
import { formatDuration, printLine, readEndpoint, runInterruptible } from '@praktikum/service';
import { DEFAULTS } from '../common-options.ts';
import { openConnection } from '../open-connection.ts';
import { GUIDE_LINES, type Texts } from '../texts.ts';
import { securityLine } from '../tls/secure-connection.ts';
import type { TlsTexts } from '../tls/texts.ts';
import { readTlsArguments } from '../tls/tls-arguments.ts';
import { closeConnection } from './close-connection.ts';
import { converse } from './converse.ts';
import { Exchange } from './exchange.ts';
import { isPiped, openMessage, type Message } from './message.ts';
import { RawReplyView, TextReplyView } from './reply-view.ts';
import { addSendOptions, checkSendOptions, replyEndOf, type SendOptions } from './send-options.ts';
import { sendDatagrams } from './send-datagrams.ts';

/** The guide's client: what the program does when no other command is named. */
export function defineSend(command: Command, texts: Texts): void {
  addSendOptions(command, texts).action((host, port, options: SendOptions) => {
    checkSendOptions(options);
    const endpoint = readEndpoint([host, port], options, DEFAULTS, 1);
    return runInterruptible((signal) => run(endpoint, options, texts, signal));
  });
}

async function run(
  endpoint: Endpoint,
  options: SendOptions,
  texts: Texts,
  signal: AbortSignal,
): Promise<void> {
  if (options.interactive) return holdConversation(endpoint, options, texts, signal);
  const message = await openMessage({
    message: options.message,
    file: options.file,
    stdin: process.stdin,
    piped: isPiped(),
    signal,
    silentPipe: (ms) => printLine(texts.send.silentPipe(formatDuration(ms)), process.stderr),
  });
  try {
    signal.throwIfAborted();
    if (options.udp) {
      await sendDatagrams(endpoint, message, { ...options, texts: texts.send, signal });
    } else await sendMessage(endpoint, message, options, texts, signal);
  } finally {
    message.close();
  }
}

async function sendMessage(
  endpoint: Endpoint,
  message: Message,
  options: SendOptions,
  texts: Texts,
  signal: AbortSignal,
): Promise<void> {
  const tls = await readTlsArguments(options, texts, signal);
  const stream = options.raw ? process.stderr : process.stdout;
  const say = (line: string) => printLine(line, stream);
  const view = new (options.raw ? RawReplyView : TextReplyView)(process.stdout);
  say(GUIDE_LINES.connecting(endpoint.host, endpoint.port));
  const socket = await openConnection(endpoint, { timeoutMs: options.timeout, signal, tls });
  try {
    sayHowSecured(socket, texts.tls);
    say(GUIDE_LINES.sending(message.shown));
    const exchange = new Exchange(socket, {
      endpoint,
      timeoutMs: options.timeout,
      replyEnd: replyEndOf(options),
      signal,
    });
    await exchange.run(message, view);
  } finally {
    await view.end();
    say(GUIDE_LINES.closing);
    closeConnection(socket);
  }
}

async function holdConversation(
  endpoint: Endpoint,
  { timeout: timeoutMs, ...options }: SendOptions,
  texts: Texts,
  signal: AbortSignal,
): Promise<void> {
  const { raw } = options;
  const output = raw ? process.stderr : process.stdout;
  const tls = await readTlsArguments(options, texts, signal);
  printLine(GUIDE_LINES.connecting(endpoint.host, endpoint.port), output);
  const socket = await openConnection(endpoint, { timeoutMs, signal, tls });
  try {
    sayHowSecured(socket, texts.tls);
    await converse(socket, { endpoint, timeoutMs, raw, texts: texts.send, signal });
  } finally {
    printLine(GUIDE_LINES.closing, output);
    closeConnection(socket);
  }
}

/** Beside the guide's lines, which are the same with TLS and without. */
function sayHowSecured(socket: Socket, texts: TlsTexts): void {
  const line = securityLine(socket, texts);
  if (line !== undefined) printLine(line, process.stderr);
}
