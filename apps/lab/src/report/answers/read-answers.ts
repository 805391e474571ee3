import { Lexer, type Token } from 'marked';
import { CodedError, escapeControls, LANGUAGES } from '@praktikum/protocol';
import type { Block } from '@praktikum/document';
import { answerBlocks } from './answer-blocks.ts';
import type { AnswerPictures } from './answer-pictures.ts';
import { QUESTIONS, type QuestionId } from './questions.ts';

/** The answers that are there, by their questions. */
export type Answers = ReadonlyMap<QuestionId, readonly Block[]>;

/**
 * Reads `jawaban.md`: each heading of the first or second level is a question, what follows is the answer.
 * @param path for errors
 * @throws CodedError `ERR_ANSWER_HEADING` for a heading that is no question, or is there twice
 */
export function readAnswers(
  tokens: readonly Token[],
  path: string,
  pictures: AnswerPictures,
): Answers {
  const answers = new Map<QuestionId, Block[]>();
  let current: QuestionId | undefined;
  let line = 1;
  for (const token of tokens) {
    if (isQuestion(token)) {
      current = questionOf(token.text);
      if (current === undefined || answers.has(current)) throw unknownHeading(token, path, line);
      answers.set(current, []);
    } else if (current !== undefined) {
      answers.get(current)!.push(...answerBlocks(token, pictures));
    } else if (answerBlocks(token, pictures).length > 0) {
      throw unknownHeading({ text: token.raw.trim() }, path, line);
    }
    line += token.raw.split('\n').length - 1;
  }
  return new Map([...answers].filter(([, blocks]) => blocks.length > 0));
}

/**
 * The parts of a `jawaban.md`. What is nested a thousand times is no answer.
 * @throws CodedError `ERR_ANSWERS_NESTED`
 */
export function answerTokens(markdown: string, path: string): Token[] {
  try {
    return new Lexer({ gfm: true }).lex(markdown);
  } catch (error) {
    if (!(error instanceof RangeError)) throw error;
    throw new CodedError('ERR_ANSWERS_NESTED', `${path} is nested too deeply`, {
      cause: error,
      details: { path: escapeControls(path) },
    });
  }
}

/** `## Saran perbaikan`; a line above `---` is a line of an answer. */
function isQuestion(token: Token): token is Token & { text: string; depth: number } {
  const isHeading = token.type === 'heading' && token.raw.trimStart().startsWith('#');
  return isHeading && (token as { depth: number }).depth <= 2;
}

/** Spaces, case and marks may differ: people retype headings. */
function questionOf(text: string): QuestionId | undefined {
  const wanted = lettersOf(text);
  return QUESTIONS.find(({ heading }) =>
    LANGUAGES.some((language) => lettersOf(heading[language]) === wanted),
  )?.id;
}

function lettersOf(text: string): string {
  return text.toLowerCase().replaceAll(/[^\p{L}\p{N}]/gu, '');
}

function unknownHeading({ text }: { text: string }, path: string, line: number): CodedError {
  return new CodedError('ERR_ANSWER_HEADING', `${path}:${line}: not a question: ${text}`, {
    details: { path: escapeControls(path), line, text: text.slice(0, 100) },
  });
}
