import { addAbortSignal } from 'node:stream';
import { CodedError, codeOf, escapeControls } from '@praktikum/protocol';
import { openInput, type InputFile } from '@praktikum/service';
import { parseChatConfig, type ChatConfig } from './chat-config.ts';

/**
 * Largest configuration file.
 * @unit bytes
 * @against a start that reads `/dev/zero`, or the wrong file, into memory
 * @provenBy ./read-chat-config.spec.ts: reads no more of a file than a configuration can be
 */
const MAX_FILE_BYTES = 1024 * 1024;

/**
 * How long the file may take to give all that it holds.
 * @unit ms
 * @against a start that waits for ever for a pipe which nobody writes to
 * @provenBy ./read-chat-config.spec.ts: gives up a pipe that nobody writes to
 */
const READ_TIMEOUT_MS = 5000;

/**
 * Reads a configuration file.
 * @throws CodedError `ERR_FILE` with `{ path, reason }`, and what `parseChatConfig` throws
 */
export async function readChatConfig(
  path: string,
  timeoutMs = READ_TIMEOUT_MS,
): Promise<ChatConfig> {
  const shown = escapeControls(path);
  let input: InputFile | undefined;
  try {
    input = openInput(path);
    addAbortSignal(AbortSignal.timeout(timeoutMs), input.stream);
    return parseChatConfig(await textOf(input), shown);
  } catch (error) {
    if (error instanceof CodedError) throw error;
    const reason = codeOf(error) === 'ABORT_ERR' ? 'EAGAIN' : codeOf(error);
    throw new CodedError('ERR_FILE', `${shown}: ${reason}`, {
      cause: error,
      details: { path: shown, reason },
    });
  } finally {
    input?.stream.destroy();
  }
}

async function textOf({ stream }: InputFile): Promise<string> {
  const parts: Buffer[] = [];
  let length = 0;
  for await (const part of stream as AsyncIterable<Buffer>) {
    parts.push(part);
    length += part.length;
    if (length > MAX_FILE_BYTES) throw Object.assign(new Error(), { code: 'ERR_TOO_LARGE' });
  }
  return Buffer.concat(parts).toString();
}
