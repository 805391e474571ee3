import { join } from 'node:path';
import { escapeControls } from '@praktikum/protocol';
import { printLine, writeOutput, type Language } from '@praktikum/service';
import type { Evidence } from '../../evidence/evidence.ts';
import { REPORT_COMMAND_TEXTS } from '../command-texts.ts';
import { readText } from '../read-text.ts';
import { imagesIn } from './answer-blocks.ts';
import { AnswerPictures } from './answer-pictures.ts';
import { answerSheet } from './answer-sheet.ts';
import { answerTokens, readAnswers, type Answers } from './read-answers.ts';
import { readPictures } from './read-pictures.ts';

const ANSWERS = 'jawaban.md';

export interface OpenedAnswers {
  readonly answers: Answers;
  /** Names of pictures that cannot be shown. */
  readonly lostPictures: readonly string[];
}

/**
 * The answers of the report's writer. Where there is no `jawaban.md` yet, one with all questions is made.
 * @param out the folder of the report
 */
export async function openAnswers(
  out: string,
  evidence: Evidence,
  { language, signal }: { readonly language: Language; readonly signal: AbortSignal },
): Promise<OpenedAnswers> {
  const path = join(out, ANSWERS);
  const text = await readText(path);
  if (text !== undefined) {
    const tokens = answerTokens(text, path);
    const named = imagesIn(tokens).map(({ href }) => href);
    const pictures = await readPictures(out, named, signal);
    const answers = readAnswers(tokens, path, new AnswerPictures(pictures, language));
    return { answers, lostPictures: [...new Set(named)].filter((name) => !pictures.has(name)) };
  }
  await writeOutput(path, answerSheet(evidence, language), false);
  printLine(REPORT_COMMAND_TEXTS[language].sheetMade(escapeControls(path)), process.stderr);
  return { answers: new Map(), lostPictures: [] };
}
