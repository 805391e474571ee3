/** Characters of a line of code on paper. */
const COLUMNS = 74;
/** In front of what goes on. */
const CONTINUED = '    ';

/**
 * A line of code as lines that fit on paper, broken at spaces: word processors would break it at hyphens too, and
 * `--json` would be read as two words.
 */
export function wrapCode(line: string): readonly string[] {
  const lines: string[] = [];
  let rest = line;
  while (rest.length > COLUMNS) {
    const at = rest.lastIndexOf(' ', COLUMNS);
    if (at <= CONTINUED.length) break; // one long word: it is broken by whoever draws it
    lines.push(rest.slice(0, at));
    rest = CONTINUED + rest.slice(at + 1);
  }
  return [...lines, rest];
}
