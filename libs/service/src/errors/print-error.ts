import type { ExplainedError } from './explain.ts';
import type { FailureTexts } from '../texts.ts';
import { paint } from '../terminal/paint.ts';
import { writeError } from '../terminal/standard-error.ts';
import { terminalWidth } from '../terminal/terminal-width.ts';
import { wrapRemedy, wrapText } from '../terminal/wrap-text.ts';

/**
 * Writes an explained error the way every program does: what, what to do, the code to look up. Where
 * there is nothing to do it is one line. A terminal gets lines of its width, anything else whole ones.
 */
export function printError(
  { code, exitCode, message, remedies }: ExplainedError,
  texts: FailureTexts,
): void {
  const { stderr } = process;
  const width = terminalWidth(stderr);
  const title = `${texts.error}:`;
  const shownCode = `(${code}, ${texts.exit} ${exitCode})`;
  const isOneLine = remedies.length === 0;
  const what = wrapText(`${title} ${message}${isOneLine ? ` ${shownCode}` : ''}`, width);
  const lines = [
    what.replace(title, paint(['red', 'bold'], title, stderr)),
    ...(isOneLine
      ? []
      : [
          `${texts.remedies}:`,
          ...remedies.map((remedy) => wrapRemedy(remedy, width, '  - ')),
          paint('dim', shownCode, stderr),
        ]),
  ];
  writeError(`${lines.join('\n')}\n`);
}
