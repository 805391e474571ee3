import { basename } from 'node:path';
import { flagNames } from '@praktikum/capture';
import { escapeControls } from '@praktikum/protocol';
import type { CaptureSurvey } from '../../story/capture-survey.ts';
import type { ExplainedStory } from '../../story/choose-story.ts';
import { type ConversationStory, roleOf, serverOf } from '../../story/conversation-story.ts';
import { findHandshake } from '../../story/handshake.ts';
import { repeatedFrame } from '../../story/corrected-story.ts';
import type { StorySegment } from '../../story/story-segment.ts';
import { KEPT_TURN_BYTES } from '../../story/turn.ts';
import { shownText } from '../../words/bytes-text.ts';
import { closeTexts } from '../../words/explanation/close-lines.ts';
import { handshakeTexts } from '../../words/explanation/handshake-lines.ts';
import { unusualTexts } from '../../words/explanation/unusual-lines.ts';
import type { Words } from '../../words/words.ts';
import { datagramsJson } from './datagrams-json.ts';
import { tcpRow, udpRow } from '../conversation-rows.ts';

/** What the document says beside the story. */
interface ExplainedFile {
  readonly name: string;
  readonly filter: string | undefined;
  readonly survey: CaptureSurvey;
}

/**
 * The explanation as one JSON document. Values are the same in every language, `text` is in the one that
 * was asked for. Times are seconds, since the connection's first segment where they are moments.
 */
export function explanationJson(
  { name, filter, survey }: ExplainedFile,
  story: ExplainedStory | undefined,
  words: Words,
): string {
  const { ending, shown, dropped, tcp, udp } = survey;
  const document = {
    file: escapeControls(basename(name)),
    packets: ending.packets,
    complete: ending.complete,
    filter: filter ?? null,
    shown,
    dropped,
    unread: survey.unread.reasons.map(({ fault = null, ...rest }) => ({ ...rest, fault })),
    tcp: tcp.map((row) => listed(tcpRow(row))),
    udp: udp.map((row) => listed(udpRow(row))),
    explained: story ? explained(story, dropped, words) : null,
  };
  return JSON.stringify(document, undefined, 2);
}

function listed({ protocol, duration, ...row }: ReturnType<typeof tcpRow>) {
  return protocol === 'TCP' ? { ...row, duration } : row;
}

function explained(story: ExplainedStory, dropped: number, words: Words) {
  return story.protocol === 'TCP' ? connection(story, dropped, words) : datagramsJson(story, words);
}

function connection(story: ConversationStory, dropped: number, words: Words) {
  const { conversation, client, server, leftOut, segments, turns } = story;
  const unusual = unusualTexts(story, dropped, words);
  return {
    protocol: story.protocol,
    stream: conversation.stream,
    client,
    server,
    leftOut,
    handshake: handshake(story, words),
    exchange: turns.map(({ fromClient, frames, bytes, missing, text, from, to }) => ({
      from: fromClient ? 'client' : 'server',
      frames,
      bytes,
      missing,
      begins: from / 1e9,
      ends: to / 1e9,
      text: shownText(text, KEPT_TURN_BYTES, bytes),
    })),
    close: close(story, words),
    unusual: unusual.groups,
    remarks: unusual.remarks,
    segments: segments.map(segmentValues),
  };
}

function handshake(story: ConversationStory, words: Words) {
  const { syn, synAck, ack, repeated, retried } = findHandshake(story.segments);
  const timed = syn && ack && repeated.length + retried.length === 0 && ack.at >= syn.at;
  const part = (segment: StorySegment | undefined) =>
    segment
      ? {
          frame: segment.frame,
          rawSequence: segment.rawSequence,
          options: segment.options ? offered(segment.options) : null,
        }
      : null;
  return {
    syn: part(syn),
    synAck: part(synAck),
    ack: ack ? { frame: ack.frame, rawAcknowledgement: ack.rawAcknowledgement } : null,
    repeatedSyns: repeated,
    retriedSyns: retried,
    roundTrip: timed ? (ack.at - syn.at) / 1e9 : null,
    text: handshakeTexts(story, words).paragraphs,
  };
}

function offered(options: NonNullable<StorySegment['options']>) {
  const number = (value: number) => (value < 0 ? null : value);
  return {
    maximumSegmentSize: number(options.maximumSegmentSize),
    windowScale: number(options.windowScale),
    sackPermitted: options.sackPermitted,
    timestamps: options.timestamps,
  };
}

function close(story: ConversationStory, words: Words) {
  const { conversation } = story;
  const { lifecycle, flows, client, lastStates: states } = conversation;
  const { closedFirst, closeSegments, halfClosed, reset, simultaneousClose } = lifecycle;
  const server = serverOf(conversation);
  return {
    closedFirst: closedFirst === undefined ? null : roleOf(conversation, closedFirst),
    segments: lifecycle.closeUnclear ? null : (closeSegments ?? null),
    finFrames: { client: flows[client].finFrame || null, server: flows[server].finFrame || null },
    finAckFrames: {
      client: flows[client].finAckFrame || null,
      server: flows[server].finAckFrame || null,
    },
    halfClosed,
    simultaneous: simultaneousClose,
    refusals: lifecycle.refusals,
    reset: reset ? { ...reset, by: roleOf(conversation, reset.by) } : null,
    states: { client: states[client], server: states[server] },
    text: closeTexts(story, words),
  };
}

function segmentValues(segment: StorySegment) {
  const { states, length, payload } = segment;
  return {
    frame: segment.frame,
    at: segment.at / 1e9,
    from: segment.fromClient ? 'client' : 'server',
    flags: flagNames(segment.flags),
    sequence: segment.sequence,
    acknowledgement: segment.acknowledgement,
    rawSequence: segment.rawSequence,
    rawAcknowledgement: segment.rawAcknowledgement,
    length,
    window: segment.window,
    labels: segment.labels,
    wiresharkLabels: segment.wiresharkLabels,
    acknowledgedFrame: segment.acknowledgedFrame || null,
    roundTrip: segment.roundTrip < 0 ? null : segment.roundTrip / 1e9,
    bytesInFlight: segment.bytesInFlight < 0 ? null : segment.bytesInFlight,
    originalFrame: repeatedFrame(segment) || null,
    states: { client: states[0], server: states[1] },
    checksum: segment.checksum,
    text: shownText(payload, payload.length, length),
  };
}
