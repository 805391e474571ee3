import { join } from 'node:path';
import { escapeControls } from '@praktikum/protocol';
import { printLine, writeOutput, type Language } from '@praktikum/service';
import type { Evidence } from '../../evidence/evidence.ts';
import { REPORT_COMMAND_TEXTS } from '../command-texts.ts';
import { readText } from '../read-text.ts';
import { answerSheet } from './answer-sheet.ts';
import { readAnswers, type Answers } from './read-answers.ts';

const ANSWERS = 'jawaban.md';

/**
 * The answers of the report's writer. Where there is no `jawaban.md` yet, one with all questions is made.
 * @param out the folder of the report
 */
export async function openAnswers(
  out: string,
  evidence: Evidence,
  language: Language,
): Promise<Answers> {
  const path = join(out, ANSWERS);
  const text = await readText(path);
  if (text !== undefined) return readAnswers(text, path);
  await writeOutput(path, answerSheet(evidence, language), false);
  printLine(REPORT_COMMAND_TEXTS[language].sheetMade(escapeControls(path)), process.stderr);
  return new Map();
}
