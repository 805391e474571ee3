import { byteLength } from '@praktikum/irc';

/**
 * Puts words into as few lines as they take, a separator between two of them.
 * @param maxBytes of a line in UTF-8; a word that is longer is a line by itself
 * @param separator default: a space
 */
export function inLines(words: Iterable<string>, maxBytes: number, separator = ' '): string[] {
  const lines: string[] = [];
  for (const word of words) {
    const line = lines.at(-1);
    const longer = `${line}${separator}${word}`;
    if (line !== undefined && byteLength(longer) <= maxBytes) lines[lines.length - 1] = longer;
    else lines.push(word);
  }
  return lines;
}
