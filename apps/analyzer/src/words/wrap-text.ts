/** Columns of the output: what a terminal has at least, and what fits on paper. */
export const COLUMNS = 80;

/**
 * Breaks a paragraph into lines.
 * @param indent before every line; `first` before the first one instead
 */
export function wrapText(text: string, indent = '', first = indent): string[] {
  const lines: string[] = [];
  let line = first;
  let empty = true;
  for (const word of text.split(' ')) {
    if (!empty && line.length + 1 + word.length > COLUMNS) {
      lines.push(line);
      line = indent;
      empty = true;
    }
    line += empty ? word : ` ${word}`;
    empty = false;
  }
  return [...lines, line];
}
