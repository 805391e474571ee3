import { once } from 'node:events';
import { createWriteStream } from 'node:fs';

/** How long after Ctrl-C the program that writes the capture may take to end as well, in milliseconds. */
const LAST_BYTES_MS = 1_000;

/**
 * The bytes of standard input, until it ends or a while after `signal` is aborted. They are written to
 * `path` as well: the explanation reads the capture twice.
 */
export async function* spooledInput(path: string, signal: AbortSignal): AsyncGenerator<Uint8Array> {
  const { stdin } = process;
  const copy = createWriteStream(path);
  let timer: NodeJS.Timeout | undefined;
  const onAbort = () => (timer = setTimeout(() => stdin.destroy(), LAST_BYTES_MS));
  signal.addEventListener('abort', onAbort, { once: true });
  try {
    for await (const chunk of stdin) {
      if (!copy.write(chunk)) await once(copy, 'drain');
      yield chunk as Buffer;
    }
  } catch (error) {
    if (!signal.aborted) throw error;
  } finally {
    clearTimeout(timer);
    signal.removeEventListener('abort', onAbort);
    copy.end();
    await once(copy, 'close');
  }
}
