import type { CaptureEnding } from '@praktikum/capture';
import { CodedError, escapeControls } from '@praktikum/protocol';

/**
 * To be called when everything readable has been shown.
 * @throws CodedError with the code of what stopped the reader, when the file is cut or damaged
 */
export function requireComplete({ error, offset, packets }: CaptureEnding, file: string): void {
  if (!error) return;
  const { compression = '' } = error;
  const details = { path: escapeControls(file), compression, offset, packets };
  throw new CodedError(error.code, error.message, { cause: error, details });
}
