import { CodedError, codeOf, escapeControls } from '@praktikum/protocol';
import { readWholeFile } from '@praktikum/service';
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
  try {
    const limits = { maxBytes: MAX_FILE_BYTES, signal: AbortSignal.timeout(timeoutMs) };
    return parseChatConfig((await readWholeFile(path, limits)).toString(), shown);
  } catch (error) {
    if (error instanceof CodedError) throw error;
    const reason = codeOf(error) === 'ABORT_ERR' ? 'EAGAIN' : codeOf(error);
    throw new CodedError('ERR_FILE', `${shown}: ${reason}`, {
      cause: error,
      details: { path: shown, reason },
    });
  }
}
