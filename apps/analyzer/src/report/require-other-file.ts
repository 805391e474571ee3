import { stat } from 'node:fs/promises';
import { CodedError, escapeControls } from '@praktikum/protocol';

/**
 * Makes sure that what is read is not written over, not even when replacing was asked for.
 * @throws CodedError `ERR_OUTPUT_IS_CAPTURE`
 */
export async function requireOtherFile(path: string, capture: string): Promise<void> {
  const [output, input] = await Promise.all(
    [path, capture].map((file) => stat(file).catch(() => undefined)),
  );
  if (!output || !input || output.ino !== input.ino || output.dev !== input.dev) return;
  const details = { path: escapeControls(path) };
  throw new CodedError('ERR_OUTPUT_IS_CAPTURE', `${path} is the capture`, { details });
}
