import type { Command } from 'commander';
import { countOption, type Language, printLine } from '@praktikum/service';
import { requireComplete } from '../../capture/file/require-complete.ts';
import type { OutputFiles } from '../../report/write-outputs.ts';
import { type CaptureSurvey, surveyCapture } from '../../story/capture-survey.ts';
import { chooseStory } from '../../story/choose-story.ts';
import type { ConversationStory } from '../../story/conversation-story.ts';
import { readDatagrams } from '../../story/datagram-story.ts';
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
import { TEXTS } from '../texts.ts';
import { datagramLines, overviewLines, storyLines } from './explanation-lines.ts';
import { addOutputOptions, wantsFiles } from './output-options.ts';
import { EXPLAIN_TEXTS } from './texts.ts';

interface ExplainOptions extends LiveOptions, OutputFiles {
  readonly filter?: string;
  readonly stream?: number;
  readonly all?: boolean;
  readonly json?: boolean;
}

/** `analyzer explain FILE`: a capture in words. */
export function explainCommand(language: Language): Command {
  const { description, options } = EXPLAIN_TEXTS[language];
  const texts = TEXTS[language];
  const command = fileCommand('explain', language, description, '[file]')
    .option('--filter <filter>', texts.filter)
    .addOption(countOption('--stream <n>', texts.stream, STREAM))
    .option('--all', options.all)
    .option('--json', texts.json);
  return addOutputOptions(addLiveOptions(command, language), language).action(
    (file: string | undefined, given: ExplainOptions) => runWherever(file, given, language),
  );
}

async function runWherever(file: string | undefined, options: ExplainOptions, language: Language) {
  checkLiveOptions(file, options);
  const live = options.live ?? file === STANDARD_INPUT;
  if (file !== undefined && !live) return run(file, options, language);
  const { followLive } = await import('../live/follow-live.ts');
  return followLive(file, options, language, (captured, stopped) =>
    run(captured, { ...options, live: true, stopped }, language),
  );
}

async function run(
  file: string,
  options: ExplainOptions & { readonly stopped?: boolean },
  language: Language,
): Promise<void> {
  const survey = await surveyCapture(file, readFilter(options.filter));
  const story = await chooseStory(file, survey, options.stream);
  if (options.json) await printJson(file, survey, story, options, language);
  else await printText(file, survey, story, options, language);
  if (wantsFiles(options)) {
    const { writeOutputs } = await import('../../report/write-outputs.ts');
    const { filter, stream } = options;
    const chosen = stream !== undefined;
    await writeOutputs({ file, filter, language, survey, story, chosen }, options);
  }
  // A capture that another program still writes ends anywhere.
  const growing = options.stopped && survey.ending.error?.code === 'ERR_CAPTURE_TRUNCATED';
  if (!growing) requireComplete(survey.ending, file);
}

/** Whoever asks for a file reads that: the terminal shows what the capture holds, no more. */
async function printText(
  file: string,
  survey: CaptureSurvey,
  story: ConversationStory | undefined,
  options: ExplainOptions,
  language: Language,
): Promise<void> {
  // The error says all there is to say.
  if (survey.ending.error && survey.ending.packets === 0) return;
  const output = new TextOutput(process.stdout);
  const print = (lines: readonly string[]) => output.add(`${lines.join('\n')}\n`);
  print(overviewLines(file, survey, options.filter, language));
  if (!wantsFiles(options)) {
    if (story) print(storyLines(story, survey, options, language));
    else print(await firstDatagrams(file, survey, options, language));
  }
  await output.flush();
}

/** Where there is no TCP to explain, the first UDP conversation. */
async function firstDatagrams(
  file: string,
  { udp }: CaptureSurvey,
  options: ExplainOptions,
  language: Language,
): Promise<string[]> {
  const [first] = udp;
  const story = first && (await readDatagrams(file, first.conversation.stream));
  return story ? datagramLines(story, udp.length, options, language) : [];
}

async function printJson(
  file: string,
  survey: CaptureSurvey,
  story: ConversationStory | undefined,
  { filter }: ExplainOptions,
  language: Language,
): Promise<void> {
  const { explanationJson } = await import('../../report/json/explanation-json.ts');
  printLine(explanationJson({ file, filter, survey }, story, language));
}
