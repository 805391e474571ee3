import { cleanText } from './clean-text.ts';

const TAB_COLUMNS = 8; // as terminals have them

/** The lines of a text whose spaces count, without tabs, which each kind of file would show in another width. */
export function codeLines(text: string): readonly string[] {
  return cleanText(text).replace(/\n$/, '').split('\n').map(expandTabs);
}

function expandTabs(line: string): string {
  const [first = '', ...others] = line.split('\t');
  return others.reduce((before, piece) => {
    const columns = [...before].length;
    return before + ' '.repeat(TAB_COLUMNS - (columns % TAB_COLUMNS)) + piece;
  }, first);
}
