import type { EventEmitter } from 'node:events';
import type { Catalogue, Language } from '../language.ts';
import type { Logger } from './logger.ts';

const TEXTS: Catalogue<(lines: number) => string> = {
  id: (lines) => `${lines} baris catatan hilang karena tidak dapat ditulis pada waktunya.`,
  en: (lines) => `${lines} lines of the log were lost because they could not be written in time.`,
};

/**
 * Says how many lines were lost, once the reader takes lines again.
 * @param stream drops lines while too many wait: emits 'drop' for each, and 'drain' after that
 */
export function reportLostLines(log: Logger, stream: EventEmitter, language: Language): void {
  let lost = 0;
  stream.on('drop', () => (lost += 1));
  stream.on('drain', () => {
    if (lost === 0) return;
    const lines = lost;
    lost = 0;
    log.warn({ event: 'lines-lost', lines }, TEXTS[language](lines));
  });
}
