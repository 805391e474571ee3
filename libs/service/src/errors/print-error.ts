import type { ExplainedError } from './explain.ts';
import type { Catalogue, Language } from '../language.ts';
import { paint } from '../terminal/paint.ts';
import { writeError } from '../terminal/standard-error.ts';

const WORDS: Catalogue<{ error: string; remedies: string; exit: string }> = {
  id: { error: 'Kesalahan', remedies: 'Yang dapat dilakukan', exit: 'status keluar' },
  en: { error: 'Error', remedies: 'What you can do', exit: 'exit status' },
};

/**
 * Writes an explained error the way every program does: what, what to do, the code to look up. Where
 * there is nothing to do it is one line.
 */
export function printError(
  { code, exitCode, message, remedies }: ExplainedError,
  language: Language,
): void {
  const words = WORDS[language];
  const { stderr } = process;
  const title = paint(['red', 'bold'], `${words.error}:`, stderr);
  const shownCode = paint('dim', `(${code}, ${words.exit} ${exitCode})`, stderr);
  const lines = [`${words.remedies}:`, ...remedies.map((remedy) => `  - ${remedy}`)];
  const rest = remedies.length === 0 ? ` ${shownCode}` : `\n${lines.join('\n')}\n${shownCode}`;
  writeError(`${title} ${message}${rest}\n`);
}
