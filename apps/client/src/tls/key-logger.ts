import { appendFileSync } from 'node:fs';
import { codeOf, escapeControls } from '@praktikum/protocol';
import { printLine, type Language } from '@praktikum/service';
import { TLS_TEXTS } from './texts.ts';

/** Appends lines to a key log. When one cannot be written it says so, once, and drops the others. */
export function keyLogger(path: string, language: Language): (line: Buffer) => void {
  let failed = false;
  return (line) => {
    if (failed) return;
    try {
      appendFileSync(path, line, { mode: 0o600 });
    } catch (error) {
      failed = true;
      const text = TLS_TEXTS[language].keyLogFailed(escapeControls(path), codeOf(error));
      printLine(text, process.stderr);
    }
  };
}
