/** Columns where no terminal says how many it has: in a pipe, and on paper. */
export const COLUMNS = 80;
/** Wider lines are hard to read; in narrower ones no number has room. */
const [NARROWEST, WIDEST] = [24, 100];

/** Columns of what is printed: those of the terminal, within reason. */
export function textColumns(): number {
  // A terminal that does not know its size says 0.
  const columns = process.stdout.columns || COLUMNS;
  return Math.max(NARROWEST, Math.min(columns, WIDEST));
}

/**
 * Breaks a paragraph into lines. A word that is longer than a line is cut into several.
 * @param indent before every line; `first` before the first one instead
 * @param columns of a line, indent included
 */
export function wrapText(
  text: string,
  indent = '',
  first = indent,
  columns = textColumns(),
): string[] {
  const lines: string[] = [];
  let line = first;
  let empty = true;
  const words = text.split(' ').flatMap((word) => pieces(word, columns - indent.length));
  for (const word of words) {
    if (!empty && line.length + 1 + word.length > columns) {
      lines.push(line);
      line = indent;
      empty = true;
    }
    line += empty ? word : ` ${word}`;
    empty = false;
  }
  return [...lines, line];
}

/** Characters, so that none that takes two units of a string is cut in half. */
function pieces(word: string, most: number): string[] {
  if (word.length <= most) return [word];
  const characters = [...word];
  const cut: string[] = [];
  for (let at = 0; at < characters.length; at += most) {
    cut.push(characters.slice(at, at + most).join(''));
  }
  return cut;
}
