import { basename } from 'node:path';
import {
  packSegments,
  type ReportAnswer,
  type ReportConversation,
  type ReportData,
} from '@praktikum/capture-report';
import { escapeControls } from '@praktikum/protocol';
import type { Language } from '@praktikum/service';
import type { CaptureSurvey } from '../../story/capture-survey.ts';
import type { ConversationStory } from '../../story/conversation-story.ts';
import { QUESTIONS } from '../../words/questions/questions.ts';
import { conversationRows } from '../conversation-rows.ts';
import { MOST_LISTED_FRAMES } from '../report-limits.ts';
import { reportExplanation } from './report-explanation.ts';
import { reportSegments } from './report-segments.ts';

/** What a report is made from. */
interface ReportedCapture {
  readonly file: string;
  readonly filter: string | undefined;
  readonly language: Language;
  readonly survey: CaptureSurvey;
  /** The conversations that the report holds in full. */
  readonly stories: readonly ConversationStory[];
}

/** The data of a report. */
export function reportDataOf(capture: ReportedCapture): ReportData {
  const { file, filter, language, survey, stories } = capture;
  return {
    language,
    file: escapeControls(basename(file)),
    packets: survey.ending.packets,
    shown: survey.shown,
    filter: filter === undefined ? undefined : escapeControls(filter),
    dropped: survey.dropped,
    complete: survey.ending.complete,
    rows: conversationRows(survey),
    tcpCount: survey.tcp.length,
    udpCount: survey.udp.length,
    conversations: stories.map((story) => reportConversation(story, survey)),
  };
}

function reportConversation(story: ConversationStory, survey: CaptureSurvey): ReportConversation {
  const { conversation, client, server, leftOut } = story;
  return {
    stream: conversation.stream,
    client,
    server,
    started: startOf(conversation),
    initialRoundTrip: conversation.initialRoundTrip,
    ...packSegments(reportSegments(story)),
    leftOut,
    explanation: {
      id: reportExplanation(story, survey.dropped, 'id'),
      en: reportExplanation(story, survey.dropped, 'en'),
    },
    answers: answersOf(story, survey),
  };
}

function answersOf(story: ConversationStory, survey: CaptureSurvey): ReportAnswer[] {
  return QUESTIONS.map(({ question, answer }) => {
    const { text, frames, missing = false } = answer({ story, survey });
    return { question, text, frames: frames.slice(0, MOST_LISTED_FRAMES), missing };
  });
}

/** Latest moment that an ISO date can name, in seconds. */
const LATEST = 8.64e12;

function startOf({ firstSeconds }: { firstSeconds: number }): string {
  return firstSeconds > 0 && firstSeconds < LATEST
    ? new Date(firstSeconds * 1000).toISOString()
    : '';
}
