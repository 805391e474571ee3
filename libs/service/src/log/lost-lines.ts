import type { EventEmitter } from 'node:events';
import type { Logger } from './logger.ts';
import type { LogTexts } from './texts.ts';

/**
 * Says how many lines were lost, once the reader takes lines again.
 * @param stream drops lines while too many wait: emits 'drop' for each, and 'drain' after that
 */
export function reportLostLines(log: Logger, stream: EventEmitter, texts: LogTexts): void {
  let lost = 0;
  stream.on('drop', () => (lost += 1));
  stream.on('drain', () => {
    if (lost === 0) return;
    const lines = lost;
    lost = 0;
    log.warn({ event: 'lines-lost', lines }, texts.lost(lines));
  });
}
