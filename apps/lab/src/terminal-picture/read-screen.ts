import xterm, { type IBuffer, type Terminal } from '@xterm/headless';
import { CHARACTER_WIDTHS } from './character-widths.ts';
import { GROUND } from './palette.ts';
import { MAX_OUTPUT_BYTES, MAX_OUTPUT_LINES } from './recorded-output.ts';
import { screenCell, type ScreenCell } from './screen-cell.ts';

export type ScreenRow = readonly ScreenCell[];

/** Rows that a program which moves the cursor sees; what it prints goes on above them. */
const TERMINAL_ROWS = 40;

/**
 * How often one sequence may scroll, insert, delete or repeat; one that asks for more is not obeyed. The
 * emulator would take an hour for `ESC [ 2147483647 S`.
 * @unit times
 * @against an escape sequence that keeps the lab busy for ever
 * @provenBy ./terminal-picture.spec.ts: is not kept busy by %s
 */
const MAX_REPEATS = 10_000;
const REPEATING = ['S', 'T', 'L', 'M', 'b', 'I', 'Z'] as const;

/** What a terminal shows once it has been written all that, with what has scrolled away above. */
export async function readScreen(written: string, columns: number): Promise<ScreenRow[]> {
  const terminal = new xterm.Terminal({
    cols: columns,
    rows: TERMINAL_ROWS,
    scrollback: MAX_OUTPUT_LINES + Math.ceil(MAX_OUTPUT_BYTES / columns) + MAX_REPEATS,
    convertEol: true,
    allowProposedApi: true,
    logLevel: 'off',
  });
  terminal.unicode.register(CHARACTER_WIDTHS);
  terminal.unicode.activeVersion = CHARACTER_WIDTHS.version;
  refuseLongRepeats(terminal);
  await new Promise<void>((resolve) => terminal.write(written, resolve));
  const rows = readRows(terminal.buffer.normal, columns);
  terminal.dispose();
  return rows;
}

function refuseLongRepeats({ parser }: Terminal): void {
  for (const final of REPEATING) {
    parser.registerCsiHandler({ final }, ([count]) => Number(count) > MAX_REPEATS);
  }
}

/** Without the empty rows at the end, which wait for more output. */
function readRows(buffer: IBuffer, columns: number): ScreenRow[] {
  const rows: ScreenCell[][] = [];
  const cell = buffer.getNullCell();
  for (let y = 0; y < buffer.length; y++) {
    const line = buffer.getLine(y)!;
    const row: ScreenCell[] = [];
    for (let x = 0; x < columns; x++) {
      // The second half of a wide character has no width.
      if (line.getCell(x, cell)!.getWidth() > 0) row.push(screenCell(cell));
    }
    rows.push(row);
  }
  const last = rows.findLastIndex((row) => row.some(isSeen));
  return rows.slice(0, last + 1);
}

function isSeen({ text, ground, underline, strikethrough }: ScreenCell): boolean {
  return text !== ' ' || ground !== GROUND || underline || strikethrough;
}

export function rowText(row: ScreenRow): string {
  return row
    .map(({ text }) => text)
    .join('')
    .trimEnd();
}
