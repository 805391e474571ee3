import type { Socket } from 'node:net';
import type { Command } from 'commander';
import type { Endpoint } from '@praktikum/protocol';
import {
  formatDuration,
  printLine,
  readEndpoint,
  runInterruptible,
  type Language,
} from '@praktikum/service';
import { DEFAULTS } from '../common-options.ts';
import { openConnection } from '../open-connection.ts';
import { GUIDE_LINES } from '../texts.ts';
import { securityLine } from '../tls/secure-connection.ts';
import { readTlsArguments } from '../tls/tls-arguments.ts';
import { closeConnection } from './close-connection.ts';
import { converse } from './converse.ts';
import { Exchange } from './exchange.ts';
import { isPiped, openMessage, type Message } from './message.ts';
import { RawReplyView, TextReplyView } from './reply-view.ts';
import { addSendOptions, checkSendOptions, replyEndOf, type SendOptions } from './send-options.ts';
import { sendDatagrams } from './send-datagrams.ts';
import { SEND_TEXTS } from './texts.ts';

/** The guide's client: what the program does when no other command is named. */
export function defineSend(command: Command, language: Language): void {
  addSendOptions(command, language).action((host, port, options: SendOptions) => {
    checkSendOptions(options);
    const endpoint = readEndpoint([host, port], options, DEFAULTS, 1);
    return runInterruptible((signal) => run(endpoint, options, language, signal));
  });
}

async function run(
  endpoint: Endpoint,
  options: SendOptions,
  language: Language,
  signal: AbortSignal,
): Promise<void> {
  if (options.interactive) return holdConversation(endpoint, options, language, signal);
  const message = await openMessage({
    message: options.message,
    file: options.file,
    stdin: process.stdin,
    piped: isPiped(),
    signal,
    silentPipe: (ms) =>
      printLine(SEND_TEXTS[language].silentPipe(formatDuration(ms)), process.stderr),
  });
  try {
    signal.throwIfAborted();
    if (options.udp) await sendDatagrams(endpoint, message, { ...options, language, signal });
    else await sendMessage(endpoint, message, options, language, signal);
  } finally {
    message.close();
  }
}

async function sendMessage(
  endpoint: Endpoint,
  message: Message,
  options: SendOptions,
  language: Language,
  signal: AbortSignal,
): Promise<void> {
  const tls = await readTlsArguments(options, language, signal);
  const stream = options.raw ? process.stderr : process.stdout;
  const say = (line: string) => printLine(line, stream);
  const view = new (options.raw ? RawReplyView : TextReplyView)(process.stdout);
  say(GUIDE_LINES.connecting(endpoint.host, endpoint.port));
  const socket = await openConnection(endpoint, { timeoutMs: options.timeout, signal, tls });
  try {
    sayHowSecured(socket, language);
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
  language: Language,
  signal: AbortSignal,
): Promise<void> {
  const tls = await readTlsArguments(options, language, signal);
  printLine(GUIDE_LINES.connecting(endpoint.host, endpoint.port));
  const socket = await openConnection(endpoint, { timeoutMs, signal, tls });
  try {
    sayHowSecured(socket, language);
    await converse(socket, { endpoint, timeoutMs, texts: SEND_TEXTS[language], signal });
  } finally {
    printLine(GUIDE_LINES.closing);
    closeConnection(socket);
  }
}

/** Beside the guide's lines, which are the same with TLS and without. */
function sayHowSecured(socket: Socket, language: Language): void {
  const line = securityLine(socket, language);
  if (line !== undefined) printLine(line, process.stderr);
}
