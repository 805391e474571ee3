import type { EventEmitter } from 'node:events';
import { BroadcastChannel, isMainThread } from 'node:worker_threads';
import { codeOf } from '@praktikum/protocol';
import { FILE_REASONS } from '../errors/file-reasons.ts';
import type { Catalogue, Language } from '../language.ts';
import { writeError } from '../terminal/standard-error.ts';

const TEXTS: Catalogue<(reason: string) => string> = {
  id: (reason) =>
    `PERINGATAN: Catatan tidak dapat ditulis ke keluaran standar (${reason}); server tetap melayani.`,
  en: (reason) =>
    `WARNING: The log cannot be written to standard output (${reason}); the server goes on serving.`,
};

/** Where the threads of a process tell its main thread with which code their log failed. */
const CHANNEL = 'praktikum:unwritable-log';

let isSaid = false;
let listening: BroadcastChannel | undefined;

/**
 * Says on standard error that the log cannot be written (a full disk, a pipe without a reader), once
 * for all logs and threads of the process. The logs go on trying.
 * @param stream writes the log to standard output; emits 'error' whenever it could not
 */
export function reportUnwritable(stream: EventEmitter, language: Language): void {
  if (!isMainThread) {
    stream.once('error', (error) => tellMainThread(codeOf(error)));
    stream.on('error', () => undefined);
    return;
  }
  stream.on('error', (error) => say(codeOf(error), language));
  if (listening !== undefined) return;
  listening = new BroadcastChannel(CHANNEL);
  listening.onmessage = ({ data }) => say(String(data), language);
  listening.unref();
}

function say(code: string, language: Language): void {
  if (isSaid) return;
  isSaid = true;
  writeError(`${TEXTS[language](FILE_REASONS[language][code] ?? code)}\n`);
}

function tellMainThread(code: string): void {
  const channel = new BroadcastChannel(CHANNEL);
  channel.postMessage(code);
  channel.close();
}
