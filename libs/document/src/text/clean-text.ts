import { escapeControls } from '@praktikum/protocol';

/** Characters that are none, U+FFFE and U+FFFF: XML 1.0 has no place for them (production 2, Char). */
const NO_CHARACTER = /[\ufffe\uffff]/g;

/**
 * Text that can stand in XML and in any of the files: what could not, stays visible. `ESC[2J` becomes
 * `\x1b[2J`, half of a surrogate pair U+FFFD; line ends become `\n`, tabs stay.
 */
export function cleanText(text: string): string {
  const lines = text.replace(/\r\n?/g, '\n');
  return escapeControls(lines, 'keep').toWellFormed().replace(NO_CHARACTER, '\ufffd');
}
