import { once } from 'node:events';
import { createWriteStream } from 'node:fs';
import { foldCase } from '@praktikum/irc';
import { CodedError } from '@praktikum/protocol';
import {
  choiceOption,
  FLAGS,
  outputError,
  printLine,
  PROGRAM_TEXTS,
  requireWritable,
  runInterruptible,
  runProgram,
  withDefault,
} from '@praktikum/service';
import { ERRORS } from '../errors.ts';
import { CLASS_CHANNEL, DEFAULT_DATA } from '../settings/settings-of.ts';
import { readConversation } from '../store/read-conversation.ts';
import { EXPORT_FORMATS, exportLines, type ExportFormat } from './export-lines.ts';
import { EXPORT_TEXTS } from './texts.ts';

interface ExportOptions {
  readonly channel: string;
  readonly data: string;
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
      .option(
        '--channel <name>',
        withDefault(texts.channel, CLASS_CHANNEL, commandLine),
        CLASS_CHANNEL,
      )
      .option('--data <folder>', withDefault(texts.data, DEFAULT_DATA, commandLine), DEFAULT_DATA)
      .addOption(choiceOption('--format <format>', texts.format, EXPORT_FORMATS, 'text'))
      .option('--out <file>', texts.out)
      .option(FLAGS.force, texts.force)
      .action((options: ExportOptions) =>
        runInterruptible((signal) => exportChannel(options, texts.written, signal)),
      );
  },
});

async function exportChannel(
  { channel, data, format, out, force = false }: ExportOptions,
  written: (path: string, messages: number) => string,
  signal: AbortSignal,
): Promise<void> {
  if (out !== undefined) await requireWritable(out, force);
  const messages = readConversation(data, foldCase(channel, 'ascii'));
  const output = out === undefined ? process.stdout : createWriteStream(out);
  let count = 0;
  try {
    for (const { line, isMessage } of exportLines(messages, format)) {
      signal.throwIfAborted();
      if (isMessage) count += 1;
      if (!output.write(line)) await once(output, 'drain', { signal });
    }
    if (out === undefined) return;
    output.end();
    await once(output, 'finish', { signal });
    printLine(written(out, count));
  } catch (error) {
    if (out === undefined || error instanceof CodedError || signal.aborted) throw error;
    throw outputError(out, error);
  }
}
