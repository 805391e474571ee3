/**
 * Breaks a text between words, so that no line is wider than a terminal. A text of several lines stays as
 * it is: they may mark places in each other.
 * @param width columns of the terminal; Infinity breaks nothing
 * @param mark what stands before the first line; the others are indented by as much
 */
export function wrapText(text: string, width: number, mark = ''): string {
  return wrapPieces(text, text.split(' '), width, mark);
}

/**
 * The same for a remedy. A command at its end stays whole, to be copied: it has a line of its own where it
 * does not fit. House style tells the two apart: a sentence ends with a mark (`Perbarui server.`), a command
 * does not (`Compare: openssl s_client`).
 */
export function wrapRemedy(text: string, width: number, mark = ''): string {
  const [, sentence = text, command] = /^(.*:) (.*[^.?!)])$/.exec(text) ?? [];
  const words = sentence.split(' ');
  return wrapPieces(text, command === undefined ? words : [...words, command], width, mark);
}

function wrapPieces(text: string, pieces: readonly string[], width: number, mark: string): string {
  if (text.includes('\n')) return `${mark}${text}`;
  const indent = ' '.repeat(mark.length);
  const lines: string[] = [];
  let line = '';
  for (const piece of pieces) {
    const longer = line === '' ? piece : `${line} ${piece}`;
    if (line !== '' && mark.length + longer.length > width) {
      lines.push(line);
      line = piece;
    } else line = longer;
  }
  return [...lines, line].map((each, at) => `${at === 0 ? mark : indent}${each}`).join('\n');
}
