import { printLine, writeOutput } from '@praktikum/service';
import { resolve } from 'node:path';
import { CodedError, escapeControls } from '@praktikum/protocol';
import type { NamedCapture } from '../capture/file/named-capture.ts';
import type { CaptureSurvey } from '../story/capture-survey.ts';
import type { ExplainedStory } from '../story/choose-story.ts';
import { readDatagramStories } from '../story/read-datagrams.ts';
import { readStories } from '../story/read-story.ts';
import type { Words } from '../words/words.ts';
import { datagramCsv } from './csv/datagram-csv.ts';
import { segmentCsv } from './csv/segment-csv.ts';
import { htmlReport } from './html/html-report.ts';
import { reportDataOf } from './html/report-data-of.ts';
import { reportDatagrams } from './html/report-datagrams.ts';
import { reportSegments } from './html/report-segments.ts';
import { heldSegments } from './report-limits.ts';
import { requireOtherFile } from './require-other-file.ts';
import { ladderSvg, type FrameRange } from './svg/ladder-svg.ts';
import type { OutputTexts } from './texts.ts';

/** The files that an explanation is written into. */
export interface OutputFiles {
  readonly html?: string;
  readonly svg?: string;
  /** Frames that the picture shows; all of the conversation's where it is undefined. */
  readonly svgFrames?: FrameRange;
  readonly csv?: string;
  /** Whether files that are there already are replaced. */
  readonly force?: boolean;
}

/** What the files are made from. */
interface ExplainedCapture extends NamedCapture {
  readonly filter: string | undefined;
  readonly survey: CaptureSurvey;
  /** The conversation that is explained; undefined when the capture holds none. */
  readonly story: ExplainedStory | undefined;
  /** Whether that conversation was asked for by its number. */
  readonly chosen: boolean;
}

/**
 * Writes the files that were asked for, and says so on standard error.
 * @throws CodedError `ERR_OUTPUT_TWICE`, `ERR_OUTPUT_EXISTS`, `ERR_OUTPUT_IS_CAPTURE`, `ERR_FILE`
 */
export async function writeOutputs(
  capture: ExplainedCapture,
  { html, svg, svgFrames, csv, force = false }: OutputFiles,
  texts: OutputTexts,
  words: Words,
): Promise<void> {
  requireDistinct([html, svg, csv]);
  const { story } = capture;
  const say = (text: string) => printLine(text, process.stderr);
  const save = async (path: string, text: string | undefined) => {
    if (text === undefined) return say(texts.nothing(escapeControls(path)));
    await requireOtherFile(path, capture.file);
    await writeOutput(path, text, force);
    say(texts.written(escapeControls(path)));
  };
  if (svg !== undefined) await save(svg, story && ladderSvg(pictureOf(story, svgFrames), words));
  if (csv !== undefined) await save(csv, story && tableOf(story));
  if (html === undefined) return;
  const stories = await reportedStories(capture);
  await save(html, await htmlReport(reportDataOf({ ...capture, stories }, words), words));
  say(texts.open);
}

/** @throws CodedError `ERR_OUTPUT_TWICE` when two of the files are the same */
function requireDistinct(paths: readonly (string | undefined)[]): void {
  const given = paths.flatMap((path) => (path === undefined ? [] : [resolve(path)]));
  const twice = given.find((path, index) => given.indexOf(path) !== index);
  if (twice === undefined) return;
  throw new CodedError('ERR_OUTPUT_TWICE', `${twice} is asked for twice`, {
    details: { path: twice },
  });
}

function pictureOf(story: ExplainedStory, frames: FrameRange | undefined) {
  const { protocol, client, server, leftOut } = story;
  const common = { protocol, client, server, leftOut, ...(frames && { frames }) };
  return story.protocol === 'TCP'
    ? { ...common, stream: story.conversation.stream, segments: reportSegments(story) }
    : { ...common, stream: story.stream, segments: reportDatagrams(story) };
}

function tableOf(story: ExplainedStory): string {
  return story.protocol === 'TCP' ? segmentCsv(story) : datagramCsv(story);
}

/** The conversation that was asked for, or the first ones that the filter shows, as far as there is room. */
async function reportedStories({
  file,
  survey,
  story,
  chosen,
}: ExplainedCapture): Promise<readonly ExplainedStory[]> {
  if (!story) return [];
  const { tcp, udp } = survey;
  if (chosen || tcp.length + udp.length === 1) return [story];
  const connections = await readStories(
    file,
    heldSegments(tcp.map(({ conversation }) => conversation)),
  );
  const datagrams = udp.map(({ conversation: { stream, questions, answers } }) => ({
    stream,
    frames: questions + answers,
  }));
  return [...connections, ...(await readDatagramStories(file, heldSegments(datagrams)))];
}
