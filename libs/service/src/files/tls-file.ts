import type { Stats } from 'node:fs';
import { CodedError, codeOf, escapeControls } from '@praktikum/protocol';
import { readWholeFile } from './read-whole-file.ts';

/**
 * Largest file of certificates or keys; all the CAs of a system take a quarter of it.
 * @unit bytes
 * @against a start that reads `/dev/zero`, or the wrong file, into memory
 * @provenBy ./tls-material.spec.ts: reads no more of a file than certificates can be
 */
const MAX_FILE_BYTES = 1024 * 1024;

/**
 * How long a file of certificates or keys may take to give all that it holds: enough for a command that
 * makes it (`--key <(command)`) on a slow machine.
 * @unit ms
 * @against a start, or a reload, that waits for ever for a pipe which nobody writes to
 * @provenBy ../../../../apps/e2e/integration/tls-special-files.spec.ts: that say nothing are given up
 *   at a deadline
 */
const READ_TIMEOUT_MS = 10_000;

/**
 * Reads a certificate, a key or a passphrase as text.
 * @param signal ends the reading; what is thrown then is its reason
 * @param admit looks at the file that was opened, and throws when it is not to be read
 * @throws CodedError `ERR_TLS_FILE`, `ERR_TLS_FILE_SILENT`, and what `admit` throws
 */
export async function readTlsFile(
  path: string,
  signal?: AbortSignal,
  admit?: (stats: Stats) => void,
): Promise<string> {
  const deadline = AbortSignal.timeout(READ_TIMEOUT_MS);
  try {
    const bytes = await readWholeFile(path, {
      maxBytes: MAX_FILE_BYTES,
      signal: signal ? AbortSignal.any([deadline, signal]) : deadline,
      admit,
    });
    // PEM is ASCII; whatever else is in there stays what it is.
    return bytes.toString('latin1');
  } catch (error) {
    signal?.throwIfAborted();
    if (error instanceof CodedError) throw error;
    if (deadline.aborted) {
      throw tlsFileError('ERR_TLS_FILE_SILENT', path, { ms: READ_TIMEOUT_MS }, error);
    }
    throw tlsFileError('ERR_TLS_FILE', path, { reason: codeOf(error) }, error);
  }
}

/** What can be wrong with a file of certificates or keys. */
type TlsFileProblem =
  | 'ERR_TLS_FILE'
  | 'ERR_TLS_FILE_SILENT'
  | 'ERR_TLS_SECRET_WRITABLE'
  | 'ERR_TLS_NOT_PEM'
  | 'ERR_TLS_CERT_EXPIRED'
  | 'ERR_TLS_CERT_EARLY'
  | 'ERR_TLS_PASSPHRASE'
  | 'ERR_TLS_KEY_MISMATCH'
  | 'ERR_TLS_MATERIAL';

/** One of these, of one file. */
export function tlsFileError(
  code: TlsFileProblem,
  path: string,
  details: Readonly<Record<string, string | number>>,
  cause?: unknown,
): CodedError {
  return new CodedError(code, `${path}: ${code}`, {
    cause,
    details: { path: escapeControls(path), ...details },
  });
}
