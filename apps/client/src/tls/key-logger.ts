import { appendFileSync } from 'node:fs';
import { codeOf, escapeControls } from '@praktikum/protocol';
import { printLine } from '@praktikum/service';
import type { TlsTexts } from './texts.ts';

/** Appends lines to a key log. When one cannot be written it says so, once, and drops the others. */
export function keyLogger(path: string, texts: TlsTexts): (line: Buffer) => void {
  let failed = false;
  return (line) => {
    if (failed) return;
    try {
      appendFileSync(path, line, { mode: 0o600 });
    } catch (error) {
      failed = true;
      const text = texts.keyLogFailed(escapeControls(path), codeOf(error));
      printLine(text, process.stderr);
    }
  };
}
