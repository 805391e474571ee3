import type { RecordingFile } from '../recording/recording-file.ts';

/** How long after Ctrl-C the program that writes the capture may take to end as well, in milliseconds. */
const LAST_BYTES_MS = 1_000;

/**
 * The bytes of standard input, until it ends, or a while after `signal` is aborted, or until the disk is full.
 * They are written to `copy` as well: the explanation reads the capture twice.
 */
export async function* spooledInput(
  copy: RecordingFile,
  signal: AbortSignal,
): AsyncGenerator<Uint8Array> {
  const { stdin } = process;
  let timer: NodeJS.Timeout | undefined;
  const onAbort = () => (timer = setTimeout(() => stdin.destroy(), LAST_BYTES_MS));
  signal.addEventListener('abort', onAbort, { once: true });
  try {
    for await (const chunk of stdin) {
      await copy.write(chunk as Buffer);
      if (copy.failed) return;
      yield chunk as Buffer;
    }
  } catch (error) {
    if (!signal.aborted) throw error;
  } finally {
    clearTimeout(timer);
    signal.removeEventListener('abort', onAbort);
    await copy.close();
  }
}
