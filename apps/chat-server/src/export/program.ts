import { once } from 'node:events';
import { foldCase } from '@praktikum/irc';
import { CodedError, escapeControls } from '@praktikum/protocol';
import {
  choiceOption,
  FLAGS,
  printLine,
  PROGRAM_TEXTS,
  requireWritable,
  runInterruptible,
  runProgram,
  withDefault,
  writeOutput,
} from '@praktikum/service';
import { ERRORS } from '../errors.ts';
import { CLASS_CHANNEL, DEFAULT_DATA } from '../settings/settings-of.ts';
import { readConversation } from '../store/read-conversation.ts';
import type { StoredMessage } from '../store/stored-message.ts';
import { EXPORT_FORMATS, exportLines, type ExportFormat } from './export-lines.ts';
import { EXPORT_TEXTS } from './texts.ts';

interface ExportOptions {
  readonly channel?: string;
  readonly data?: string;
  readonly format: ExportFormat;
  readonly out?: string;
  readonly force?: boolean;
}

/** Writes what was said in a channel as text or CSV, also while the server runs. */
await runProgram({
  name: 'chat-server:export',
  errors: ERRORS,
  define(command, language) {
    const texts = EXPORT_TEXTS[language];
    const { commandLine } = PROGRAM_TEXTS[language];
    command
      .description(texts.description)
      .option('--channel <name>', withDefault(texts.channel, CLASS_CHANNEL, commandLine))
      .option('--data <folder>', withDefault(texts.data, DEFAULT_DATA, commandLine))
      .addOption(choiceOption('--format <format>', texts.format, EXPORT_FORMATS, 'text'))
      .option('--out <file>', texts.out)
      .option(FLAGS.force, texts.force)
      .action((options: ExportOptions) =>
        runInterruptible((signal) => exportChannel(options, texts.written, signal)),
      );
  },
});

async function exportChannel(
  { channel = CLASS_CHANNEL, data = DEFAULT_DATA, format, out, force = false }: ExportOptions,
  written: (path: string, messages: number) => string,
  signal: AbortSignal,
): Promise<void> {
  if (out !== undefined) await requireWritable(out, force);
  const lines: string[] = [];
  let messages = 0;
  for (const { line, isMessage } of exportLines(messagesOf(channel, data), format)) {
    signal.throwIfAborted();
    if (isMessage) messages += 1;
    if (out !== undefined) lines.push(line);
    else if (!process.stdout.write(line)) await once(process.stdout, 'drain', { signal });
  }
  if (messages === 0) {
    const details = { channel: escapeControls(channel), path: escapeControls(data) };
    throw new CodedError('ERR_CHAT_NOTHING_KEPT', `nothing is kept of ${channel}`, { details });
  }
  if (out === undefined) return;
  await writeOutput(out, lines.join(''), force);
  printLine(written(out, messages));
}

/** In a shell, what follows an unquoted `#` is a comment: the name does without. */
function messagesOf(channel: string, data: string): Iterable<StoredMessage> {
  const name = channel.startsWith('#') ? channel : `#${channel}`;
  return readConversation(data, foldCase(name, 'ascii'));
}
