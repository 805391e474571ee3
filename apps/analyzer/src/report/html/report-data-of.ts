import { basename } from 'node:path';
import {
  packSegments,
  type ReportAnswer,
  type ReportConversation,
  type ReportData,
  type ReportTexts,
} from '@praktikum/capture-report';
import { escapeControls } from '@praktikum/protocol';
import type { CaptureSurvey } from '../../story/capture-survey.ts';
import type { ExplainedStory } from '../../story/choose-story.ts';
import { answersOf } from '../../words/questions/questions.ts';
import { WORDS } from '../../words/words.ts';
import { conversationRows } from '../conversation-rows.ts';
import { MOST_LISTED_FRAMES } from '../report-limits.ts';
import { mostTelling } from './most-telling.ts';
import { reportDatagrams } from './report-datagrams.ts';
import { datagramExplanation, reportExplanation } from './report-explanation.ts';
import { reportSegments } from './report-segments.ts';

/** What a report is made from. */
interface ReportedCapture {
  readonly name: string;
  readonly filter: string | undefined;
  readonly survey: CaptureSurvey;
  /** The conversations that the report holds in full. */
  readonly stories: readonly ExplainedStory[];
}

/** The data of a report, which is written in every language and opens in that of `lang`. */
export function reportDataOf(capture: ReportedCapture, { lang }: ReportTexts): ReportData {
  const { name, filter, survey, stories } = capture;
  return {
    language: lang,
    file: escapeControls(basename(name)),
    packets: survey.ending.packets,
    shown: survey.shown,
    filter: filter === undefined ? undefined : escapeControls(filter),
    dropped: survey.dropped,
    complete: survey.ending.complete,
    rows: conversationRows(survey),
    tcpCount: survey.tcp.length,
    udpCount: survey.udp.length,
    conversations: stories.map((story) => reportConversation(story, survey)),
    opensWith: mostTelling(stories),
  };
}

function reportConversation(story: ExplainedStory, survey: CaptureSurvey): ReportConversation {
  const { protocol, client, server, leftOut } = story;
  const answers = reportAnswers(story, survey);
  const common = { protocol, client, server, leftOut, answers };
  if (story.protocol === 'UDP') {
    return {
      ...{ ...common, stream: story.stream, initialRoundTrip: -1 },
      started: startOf(story),
      ...packSegments(reportDatagrams(story)),
      explanation: {
        id: datagramExplanation(story, WORDS.id),
        en: datagramExplanation(story, WORDS.en),
      },
    };
  }
  const { conversation } = story;
  return {
    ...common,
    stream: conversation.stream,
    started: startOf(conversation),
    initialRoundTrip: conversation.initialRoundTrip,
    ...packSegments(reportSegments(story)),
    explanation: {
      id: reportExplanation(story, survey.dropped, WORDS.id),
      en: reportExplanation(story, survey.dropped, WORDS.en),
    },
  };
}

function reportAnswers(story: ExplainedStory, survey: CaptureSurvey): ReportAnswer[] {
  const inEnglish = answersOf(story, survey, WORDS.en);
  return answersOf(story, survey, WORDS.id).map(
    ({ group, question, text, frames, missing }, index) => {
      const en = inEnglish[index]!;
      return {
        group,
        question: { id: question, en: en.question },
        text: { id: text, en: en.text },
        frames: frames.slice(0, MOST_LISTED_FRAMES),
        missing: missing ?? false,
      };
    },
  );
}

/** Latest moment that an ISO date can name, in seconds. */
const LATEST = 8.64e12;

function startOf({ firstSeconds }: { firstSeconds: number }): string {
  return firstSeconds > 0 && firstSeconds < LATEST
    ? new Date(firstSeconds * 1000).toISOString()
    : '';
}
