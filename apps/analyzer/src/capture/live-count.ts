import type { Language } from '@praktikum/service';
import { countText } from '../number-text.ts';
import { CAPTURE_TEXTS } from './texts.ts';

/** Between two counts on the terminal, in milliseconds. */
const INTERVAL_MS = 200;

/** Counts packets on the last line of a terminal; where there is none, nothing is shown. */
export function liveCount(language: Language) {
  const { stderr } = process;
  let last = 0;
  let shown = false;
  return {
    show(packets: number): void {
      const now = Date.now();
      if (!stderr.isTTY || now - last < INTERVAL_MS) return;
      last = now;
      shown = true;
      stderr.write(`\r${CAPTURE_TEXTS[language].count(countText(packets, language))}`);
    },
    end(): void {
      if (shown) stderr.write('\r\u001b[K');
    },
  };
}
