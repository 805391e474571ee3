import type { Command } from 'commander';
import { countOption, printLine } from '@praktikum/service';
import { requireComplete } from '../../capture/file/require-complete.ts';
import type { OutputFiles } from '../../report/write-outputs.ts';
import { type CaptureSurvey, surveyCapture } from '../../story/capture-survey.ts';
import { chooseStory, type ExplainedStory } from '../../story/choose-story.ts';
import type { NamedCapture } from '../../capture/file/named-capture.ts';
import { fileCommand } from '../file-command.ts';
import {
  addLiveOptions,
  checkLiveOptions,
  type LiveOptions,
  STANDARD_INPUT,
} from '../live/live-options.ts';
import { readFilter } from '../read-filter.ts';
import { STREAM } from '../stream-range.ts';
import { TextOutput } from '../text-output.ts';
import type { Texts } from '../texts.ts';
import { overviewLines, storyLines } from './explanation-lines.ts';
import { addOutputOptions, checkOutputOptions, wantsFiles } from './output-options.ts';

interface ExplainOptions extends LiveOptions, OutputFiles {
  readonly filter?: string;
  readonly stream?: number;
  readonly all?: boolean;
  readonly json?: boolean;
}

/** `analyzer explain FILE`: a capture in words. */
export function explainCommand(texts: Texts): Command {
  const { description, options } = texts.explain;
  const command = fileCommand('explain', texts, description)
    .option('--filter <filter>', texts.filter)
    .addOption(countOption('--stream <n>', texts.stream, STREAM))
    .option('--all', options.all)
    .option('--json', texts.json);
  return addOutputOptions(addLiveOptions(command, texts), texts.explain).action(
    (file: string | undefined, given: ExplainOptions) => runWherever(file, given, texts),
  );
}

async function runWherever(file: string | undefined, options: ExplainOptions, texts: Texts) {
  checkLiveOptions(file, options);
  checkOutputOptions(options);
  const live = options.live ?? file === STANDARD_INPUT;
  if (file !== undefined && !live) return run({ file, name: file }, options, texts);
  const { followLive } = await import('../live/follow-live.ts');
  return followLive(file, options, texts, (captured, stopped) =>
    run(captured, { ...options, live: true, stopped }, texts),
  );
}

async function run(
  source: NamedCapture,
  options: ExplainOptions & { readonly stopped?: boolean },
  texts: Texts,
): Promise<void> {
  const { file, name } = source;
  const survey = await surveyCapture(file, readFilter(options.filter));
  const story = await chooseStory(file, survey, options.stream);
  if (options.json) await printJson(name, survey, story, options, texts);
  else await printText(name, survey, story, options, texts);
  if (wantsFiles(options)) {
    const { writeOutputs } = await import('../../report/write-outputs.ts');
    const { filter, stream } = options;
    const chosen = stream !== undefined;
    const capture = { ...source, filter, survey, story, chosen };
    await writeOutputs(capture, options, texts.outputs, texts.words);
  }
  // A capture that another program still writes ends anywhere.
  const growing = options.stopped && survey.ending.error?.code === 'ERR_CAPTURE_TRUNCATED';
  if (!growing) requireComplete(survey.ending, name);
}

/** Whoever asks for a file reads that: the terminal shows what the capture holds, no more. */
async function printText(
  name: string,
  survey: CaptureSurvey,
  story: ExplainedStory | undefined,
  options: ExplainOptions,
  texts: Texts,
): Promise<void> {
  // The error says all there is to say.
  if (survey.ending.error && survey.ending.packets === 0) return;
  const output = new TextOutput(process.stdout);
  const print = (lines: readonly string[]) => output.add(`${lines.join('\n')}\n`);
  print(overviewLines(name, survey, options.filter, texts));
  if (story && !wantsFiles(options)) print(storyLines(story, survey, options, texts));
  await output.flush();
}

async function printJson(
  name: string,
  survey: CaptureSurvey,
  story: ExplainedStory | undefined,
  { filter }: ExplainOptions,
  texts: Texts,
): Promise<void> {
  const { explanationJson } = await import('../../report/json/explanation-json.ts');
  printLine(explanationJson({ name, filter, survey }, story, texts.words));
}
