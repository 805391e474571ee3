import { basename } from 'node:path';
import type { Command } from 'commander';
import { escapeControls } from '@praktikum/protocol';
import { countOption, type Language, paint, printLine } from '@praktikum/service';
import { datagramLines } from '../datagrams/datagram-lines.ts';
import { readDatagrams } from '../story/datagram-story.ts';
import { DATAGRAM_TEXTS } from '../datagrams/texts.ts';
import { fileCommand } from '../file/file-command.ts';
import { requireComplete } from '../capture/file/require-complete.ts';
import { readFilter } from '../filter/frame-filter.ts';
import {
  addLiveOptions,
  checkLiveOptions,
  type LiveOptions,
  STANDARD_INPUT,
} from '../live/live-options.ts';
import { countText } from '../number-text.ts';
import { addOutputOptions, type OutputOptions, wantsFiles } from '../report/output-options.ts';
import { type CaptureSurvey, surveyCapture } from '../story/capture-survey.ts';
import type { ConversationStory } from '../story/conversation-story.ts';
import { chooseStory } from '../story/choose-story.ts';
import { STREAM } from '../story/stream-range.ts';
import { TextOutput } from '../text-output.ts';
import { TEXTS } from '../texts.ts';
import { wrapText } from '../wrap-text.ts';
import { closeLines } from './close-lines.ts';
import { conversationTable } from './conversation-table.ts';
import { exchangeLines } from './exchange-lines.ts';
import { handshakeLines } from './handshake-lines.ts';
import { ladder } from './ladder.ts';
import { EXPLAIN_TEXTS } from './texts.ts';
import { unusualLines } from './unusual-lines.ts';

interface ExplainOptions extends LiveOptions, OutputOptions {
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
    const { writeOutputs } = await import('../report/write-outputs.ts');
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
  print(overview(file, survey, options.filter, language));
  if (!wantsFiles(options)) {
    if (story) print(explanation(story, survey, options, language));
    else print(await datagrams(file, survey, options, language));
  }
  await output.flush();
}

async function printJson(
  file: string,
  survey: CaptureSurvey,
  story: ConversationStory | undefined,
  { filter }: ExplainOptions,
  language: Language,
): Promise<void> {
  const { explanationJson } = await import('../report/json/explanation-json.ts');
  printLine(explanationJson({ file, filter, survey }, story, language));
}

function overview(
  file: string,
  survey: CaptureSurvey,
  filter: string | undefined,
  language: Language,
): string[] {
  const { survey: texts } = EXPLAIN_TEXTS[language];
  const number = (value: number) => countText(value, language);
  const { tcp, udp, ending, dropped, shown } = survey;
  const name = escapeControls(basename(file));
  if (filter !== undefined && shown === 0 && ending.packets > 0) {
    return wrapText(texts.nothingShown(escapeControls(filter), number(ending.packets)));
  }
  const lines = [
    ...wrapText(texts.file(name, number(ending.packets), number(tcp.length), number(udp.length))),
    ...(filter === undefined
      ? []
      : wrapText(texts.shown(escapeControls(filter), number(shown), number(ending.packets)))),
    ...(dropped > 0 ? wrapText(texts.dropped(number(dropped))) : []),
    '',
  ];
  if (tcp.length + udp.length === 0) return [...lines, ...wrapText(texts.nothing)];
  return [...lines, ...conversationTable(survey, language)];
}

/** Where there is no TCP to explain, the first UDP conversation. */
async function datagrams(
  file: string,
  { udp }: CaptureSurvey,
  { live = false }: ExplainOptions,
  language: Language,
): Promise<string[]> {
  const [first] = udp;
  if (!first) return [];
  const story = await readDatagrams(file, first.conversation.stream);
  if (!story) return [];
  const chosen = DATAGRAM_TEXTS[language].chosen(story.stream, countText(udp.length, language));
  return [...(udp.length > 1 ? ['', chosen] : []), ...datagramLines(story, language, live)];
}

function explanation(
  story: ConversationStory,
  survey: CaptureSurvey,
  { all = false, stream, live }: ExplainOptions,
  language: Language,
): string[] {
  const texts = EXPLAIN_TEXTS[language];
  const number = String(story.conversation.stream);
  const title = (text: string) => ['', paint('bold', text, process.stdout)];
  const chosen = stream === undefined && survey.tcp.length > 1;
  return [
    ...(chosen ? ['', texts.survey.chosen(number, countText(survey.tcp.length, language))] : []),
    // A live one has shown it already.
    ...(live ? [] : [...title(texts.ladder.title(number)), ...ladder(story, language, all)]),
    ...title(texts.handshake.title),
    ...handshakeLines(story, language),
    ...title(texts.exchange.title),
    ...exchangeLines(story, language, all),
    ...title(texts.close.title),
    ...closeLines(story, language),
    ...title(texts.unusual.title),
    ...unusualLines(story, survey.dropped, language),
  ];
}
