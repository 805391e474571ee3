import { DisplayDecoder, escapeControls } from '@praktikum/protocol';

/**
 * Payload as one line for people: `Halo\n`; bytes that are no text are shown as `\xff`.
 * @param most characters; more are cut with `…`
 * @param total bytes that there were, of which `bytes` may be the first ones
 */
export function shownText(bytes: Uint8Array, most: number, total: number): string {
  const characters = [...escapeControls(new DisplayDecoder().push(bytes))];
  const cut = characters.length > most || bytes.length < total;
  const shown = cut ? [...characters.slice(0, Math.max(1, most - 1)), '…'] : characters;
  return shown.join('');
}

/** The same between quotation marks, which `most` does not count: `"Halo\n"`. */
export function bytesText(bytes: Uint8Array, most: number, total: number): string {
  return `"${shownText(bytes, most, total)}"`;
}
