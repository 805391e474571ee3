import type { Language } from '@praktikum/protocol';
import { escapeControls } from '@praktikum/protocol';
import { readScreen, rowText, type ScreenRow } from './read-screen.ts';
import { takeOutput } from './recorded-output.ts';
import { screenSvg, type PictureRow } from './screen-svg.ts';
import { TERMINAL_PICTURE_TEXTS } from './texts.ts';

export interface TerminalPictureOptions {
  /** As it was typed: `node praktikum client`. */
  readonly command: string;
  /** What came on standard output and standard error, in the order in which it came. */
  readonly output: readonly Uint8Array[];
  readonly language: Language;
  /** Width of the terminal. Default: 100. */
  readonly columns?: number;
  /** Rows of the picture at the most; of a longer output its beginning and its end are shown. Default: 60. */
  readonly maxRows?: number;
  /** Stands in a bar above the terminal: `Terminal 1`. Default: no bar. */
  readonly title?: string;
}

export interface TerminalPicture {
  /** Plain attributes only, so that word processors and PDF libraries can draw it. */
  readonly svg: string;
  /** What is to be read in it, for those who do not see it. */
  readonly text: string;
}

const BOLD = '\u001b[1m';
const PLAIN = '\u001b[0m';

/** What a terminal shows of a command and of what it has printed, drawn without a terminal or a browser. */
export async function terminalPicture(options: TerminalPictureOptions): Promise<TerminalPicture> {
  const { command, output, language, columns = 100, maxRows = 60, title } = options;
  const { head, tail, bytesLeftOut } = takeOutput(output);
  const prompt = `$ ${BOLD}${escapeControls(command.toWellFormed())}${PLAIN}\n`;
  const rows = await readScreen(prompt + head, columns);
  const behind = tail === '' ? [] : await readScreen(tail, columns);
  const shown = withoutMiddle([rows, behind], bytesLeftOut, maxRows, language);
  const text = shown.map((row) => ('note' in row ? row.note : rowText(row))).join('\n');
  return { svg: screenSvg({ columns, rows: shown, title, language, label: command }), text };
}

/** Two thirds of the rows for the beginning, where a program says what it does; one for how it ended. */
function withoutMiddle(
  [head, tail]: readonly [head: readonly ScreenRow[], tail: readonly ScreenRow[]],
  bytesLeftOut: number,
  maxRows: number,
  language: Language,
): PictureRow[] {
  const count = head.length + tail.length;
  if (bytesLeftOut === 0 && count <= maxRows) return [...head, ...tail];
  const first = head.slice(0, Math.ceil(((maxRows - 1) * 2) / 3));
  const rest = Math.max(0, maxRows - 1 - first.length);
  const last = rest === 0 ? [] : [...head.slice(first.length), ...tail].slice(-rest);
  const rowsLeftOut = count - first.length - last.length;
  const note = TERMINAL_PICTURE_TEXTS[language].leftOut(rowsLeftOut, bytesLeftOut);
  return [...first, { note }, ...last];
}
