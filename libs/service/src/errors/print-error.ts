import type { ExplainedError } from './explain.ts';
import type { FailureTexts } from '../texts.ts';
import { paint } from '../terminal/paint.ts';
import { writeError } from '../terminal/standard-error.ts';

/**
 * Writes an explained error the way every program does: what, what to do, the code to look up. Where
 * there is nothing to do it is one line.
 */
export function printError(
  { code, exitCode, message, remedies }: ExplainedError,
  texts: FailureTexts,
): void {
  const { stderr } = process;
  const title = paint(['red', 'bold'], `${texts.error}:`, stderr);
  const shownCode = paint('dim', `(${code}, ${texts.exit} ${exitCode})`, stderr);
  const lines = [`${texts.remedies}:`, ...remedies.map((remedy) => `  - ${remedy}`)];
  const rest = remedies.length === 0 ? ` ${shownCode}` : `\n${lines.join('\n')}\n${shownCode}`;
  writeError(`${title} ${message}${rest}\n`);
}
