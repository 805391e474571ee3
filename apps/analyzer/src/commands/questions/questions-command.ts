import type { Command } from 'commander';
import { framesText } from '@praktikum/capture-report';
import { countOption, type Language, paint, printLine } from '@praktikum/service';
import { requireComplete } from '../../capture/file/require-complete.ts';
import { surveyCapture } from '../../story/capture-survey.ts';
import { chooseStory } from '../../story/choose-story.ts';
import type { Finding, QuestionedCapture } from '../../words/questions/question.ts';
import { QUESTIONS } from '../../words/questions/questions.ts';
import { wrapText } from '../../words/wrap-text.ts';
import { fileCommand } from '../file-command.ts';
import { readFilter } from '../read-filter.ts';
import { STREAM } from '../stream-range.ts';
import { TEXTS } from '../texts.ts';
import { QUESTIONS_TEXTS } from './texts.ts';

interface QuestionsOptions {
  readonly stream?: number;
  readonly filter?: string;
  readonly json?: boolean;
}

/** `analyzer questions FILE`: what labs on TCP ask, answered from one connection of the capture. */
export function questionsCommand(language: Language): Command {
  const texts = TEXTS[language];
  return fileCommand('questions', language, QUESTIONS_TEXTS[language].description)
    .addOption(countOption('--stream <n>', texts.stream, STREAM))
    .option('--filter <filter>', texts.filter)
    .option('--json', texts.json)
    .action((file: string, options: QuestionsOptions) => run(file, options, language));
}

async function run(file: string, options: QuestionsOptions, language: Language): Promise<void> {
  const survey = await surveyCapture(file, readFilter(options.filter));
  const story = await chooseStory(file, survey, options.stream);
  if (options.json) printLine(story ? json({ story, survey }, language) : '[]');
  else if (story) for (const line of lines({ story, survey }, language)) printLine(line);
  else for (const line of wrapText(QUESTIONS_TEXTS[language].nothing)) printLine(line);
  requireComplete(survey.ending, file);
}

function lines(capture: QuestionedCapture, language: Language): string[] {
  const texts = QUESTIONS_TEXTS[language];
  const { story, survey } = capture;
  const { stream } = story.conversation;
  const title = texts.title(stream, survey.tcp.length, story.client, story.server);
  const answers = QUESTIONS.flatMap(({ question, answer }, index) => {
    const [first = '', ...more] = wrapText(
      question[language],
      '    ',
      `${index + 1}. `.padStart(4),
    );
    const asked = [first, ...more].map((line) => paint('bold', line, process.stdout));
    return ['', ...asked, ...answered(answer(capture), language)];
  });
  return [...wrapText(title), ...answers];
}

function answered({ text, frames, missing }: Finding, language: Language): string[] {
  const texts = QUESTIONS_TEXTS[language];
  const lines = text[language].flatMap((paragraph) =>
    paragraph.startsWith('  ') ? [`  ${paragraph}`] : wrapText(paragraph, '    '),
  );
  if (missing) lines[0] = lines[0]!.replace('   ', '  ✗');
  const evidence = frames.length > 0 ? [`    ${texts.evidence(framesText(frames, 10))}`] : [];
  return [...lines, ...evidence];
}

function json(capture: QuestionedCapture, language: Language): string {
  const answers = QUESTIONS.map(({ question, answer }, index) => {
    const { text, frames, missing = false, data } = answer(capture);
    const words = text[language].map((line) => line.trim());
    return {
      number: index + 1,
      question: question[language],
      answer: words,
      frames,
      missing,
      data,
    };
  });
  return JSON.stringify(answers, undefined, 2);
}
