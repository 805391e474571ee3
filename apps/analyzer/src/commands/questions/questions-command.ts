import type { Command } from 'commander';
import { framesText, textBlocks } from '@praktikum/capture-report';
import { countOption, paint, printLine } from '@praktikum/service';
import { requireComplete } from '../../capture/file/require-complete.ts';
import { type CaptureSurvey, surveyCapture } from '../../story/capture-survey.ts';
import { chooseStory, type ExplainedStory } from '../../story/choose-story.ts';
import type { Finding } from '../../words/questions/question.ts';
import { type Answer, answersOf } from '../../words/questions/questions.ts';
import { laidOutLines } from '../../words/laid-out-lines.ts';
import { unreadLines } from '../../words/unread-lines.ts';
import { wrapText } from '../../words/wrap-text.ts';
import { fileCommand, requireFile } from '../file-command.ts';
import { printText } from '../print-text.ts';
import { readFilter } from '../read-filter.ts';
import { STREAM } from '../stream-range.ts';
import type { Texts } from '../texts.ts';
import type { QuestionsTexts } from './texts.ts';

interface QuestionsOptions {
  readonly stream?: number;
  readonly filter?: string;
  readonly json?: boolean;
}

/** `analyzer questions FILE`: what the guide and labs ask, answered from one conversation of the capture. */
export function questionsCommand(texts: Texts): Command {
  return fileCommand('questions', texts, texts.questions.description)
    .addOption(countOption('--stream <n>', texts.stream, STREAM))
    .option('--filter <filter>', texts.filter)
    .option('--json', texts.json)
    .action((file: string | undefined, options: QuestionsOptions) =>
      run(requireFile(file, 'questions'), options, texts),
    );
}

async function run(file: string, options: QuestionsOptions, texts: Texts): Promise<void> {
  const survey = await surveyCapture(file, readFilter(options.filter));
  const story = await chooseStory(file, survey, options.stream);
  const unread = unreadLines(survey.unread, texts.words);
  for (const line of unread) printLine(line, options.json ? process.stderr : process.stdout);
  if (options.json) printLine(story ? json(answersOf(story, survey, texts.words)) : '[]');
  else if (story) for (const line of lines(story, survey, texts)) printLine(line);
  else if (survey.ending.packets > 0 || survey.ending.complete) printText(texts.questions.nothing);
  requireComplete(survey.ending, file);
}

function lines(story: ExplainedStory, survey: CaptureSurvey, texts: Texts): string[] {
  const { questions, words } = texts;
  const answers = answersOf(story, survey, words).flatMap((answer, index, all) => {
    const { number, question, group } = answer;
    const heading = group === all[index - 1]?.group ? [] : ['', bold(words.terms.questions[group])];
    const asked = wrapText(question, '    ', `${number}. `.padStart(4)).map(bold);
    return [...heading, '', ...asked, ...answered(answer, questions)];
  });
  return [...wrapText(titleOf(story, survey, questions)), ...answers];
}

function titleOf(
  story: ExplainedStory,
  { tcp, udp }: CaptureSurvey,
  texts: QuestionsTexts,
): string {
  const { client, server } = story;
  return story.protocol === 'TCP'
    ? texts.title(story.conversation.stream, tcp.length, client, server)
    : texts.datagramTitle(story.stream, udp.length, client, server);
}

function bold(line: string): string {
  return paint('bold', line, process.stdout);
}

function answered({ text, frames, missing }: Finding, texts: QuestionsTexts): string[] {
  const told = textBlocks(text).flatMap(({ laidOut, lines }) =>
    laidOut ? laidOutLines(lines.map((line) => `  ${line}`)) : wrapText(lines[0]!, '    '),
  );
  if (missing) told[0] = told[0]!.replace('   ', '  ✗');
  const evidence = texts.evidence(framesText(frames, 10));
  return [...told, ...(frames.length > 0 ? wrapText(evidence, '      ', '    ') : [])];
}

function json(found: readonly Answer[]): string {
  const answers = found.map(
    ({ number, name, group, question, text, frames, missing = false, data }) => ({
      ...{ number, name, group, question },
      ...{ answer: text.map((line) => line.trim()), frames, missing, data },
    }),
  );
  return JSON.stringify(answers, undefined, 2);
}
