import { printLine } from '@praktikum/service';
import { wrapText } from '../words/wrap-text.ts';

/** Prints a paragraph, in as many lines as the terminal makes of it. */
export function printText(text: string): void {
  for (const line of wrapText(text)) printLine(line);
}
