import type { EventEmitter } from 'node:events';
import { BroadcastChannel, isMainThread } from 'node:worker_threads';
import { codeOf } from '@praktikum/protocol';
import { writeError } from '../terminal/standard-error.ts';
import type { LogTexts } from './texts.ts';

/** Where the threads of a process tell its main thread with which code their log failed. */
const CHANNEL = 'praktikum:unwritable-log';

let isSaid = false;
let listening: BroadcastChannel | undefined;

/**
 * Says on standard error that the log cannot be written (a full disk, a pipe without a reader), once
 * for all logs and threads of the process. The logs go on trying.
 * @param stream writes the log to standard output; emits 'error' whenever it could not
 */
export function reportUnwritable(stream: EventEmitter, texts: LogTexts): void {
  if (!isMainThread) {
    stream.once('error', (error) => tellMainThread(codeOf(error)));
    stream.on('error', () => undefined);
    return;
  }
  stream.on('error', (error) => say(codeOf(error), texts));
  if (listening !== undefined) return;
  listening = new BroadcastChannel(CHANNEL);
  listening.onmessage = ({ data }) => say(String(data), texts);
  listening.unref();
}

function say(code: string, { unwritable }: LogTexts): void {
  if (isSaid) return;
  isSaid = true;
  writeError(`${unwritable(code)}\n`);
}

function tellMainThread(code: string): void {
  const channel = new BroadcastChannel(CHANNEL);
  channel.postMessage(code);
  channel.close();
}
