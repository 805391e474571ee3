import { DisplayDecoder, escapeControls } from '@praktikum/protocol';

/**
 * Payload as one line for people: `"Halo\n"`. Bytes that are no text are shown as `\xff`.
 * @param most characters, quotation marks not counted; more are cut with `…`
 * @param total bytes that there were, of which `bytes` may be the first ones
 */
export function bytesText(bytes: Uint8Array, most: number, total: number): string {
  const characters = [...escapeControls(new DisplayDecoder().push(bytes))];
  const cut = characters.length > most || bytes.length < total;
  const shown = cut ? [...characters.slice(0, Math.max(1, most - 1)), '…'] : characters;
  return `"${shown.join('')}"`;
}
