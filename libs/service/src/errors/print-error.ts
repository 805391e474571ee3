import type { ExplainedError } from './explain.ts';
import type { Catalogue, Language } from '../language.ts';
import { paint } from '../terminal/paint.ts';
import { writeError } from '../terminal/standard-error.ts';

const WORDS: Catalogue<{ error: string; remedies: string; exit: string }> = {
  id: { error: 'Kesalahan', remedies: 'Yang dapat dilakukan', exit: 'status keluar' },
  en: { error: 'Error', remedies: 'What you can do', exit: 'exit status' },
};

/** Writes an explained error the way every program does: what, what to do, the code to look up. */
export function printError(
  { code, exitCode, message, remedies }: ExplainedError,
  language: Language,
): void {
  const words = WORDS[language];
  const { stderr } = process;
  const title = paint(['red', 'bold'], `${words.error}:`, stderr);
  const lines = [`${title} ${message}`];
  if (remedies.length > 0) lines.push(`${words.remedies}:`);
  lines.push(...remedies.map((remedy) => `  - ${remedy}`));
  lines.push(paint('dim', `(${code}, ${words.exit} ${exitCode})`, stderr));
  writeError(`${lines.join('\n')}\n`);
}
