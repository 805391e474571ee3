import { ACK } from '@praktikum/capture';
import { flagsText } from '@praktikum/capture-report';
import type { ConversationStory } from '../../story/conversation-story.ts';
import { repeatedFrame } from '../../story/corrected-story.ts';
import { KEPT_PAYLOAD_BYTES, type StorySegment } from '../../story/story-segment.ts';
import { shownText } from '../../words/bytes-text.ts';
import { csvText } from '@praktikum/protocol/csv-text';

const COLUMNS = [
  'frame',
  'stream',
  'seconds',
  'from',
  'source',
  'destination',
  'flags',
  'seq',
  'ack',
  'raw_seq',
  'raw_ack',
  'len',
  'window',
  'bytes_in_flight',
  'ack_of_frame',
  'ack_rtt',
  'repeats_frame',
  'labels',
  'wireshark_labels',
  'client_state',
  'server_state',
  'checksum',
  'text',
];

/**
 * The segments of a connection as a table, one row each. Seconds count from the first segment, with a
 * point; names and labels are the same in every language, so that other programs can read them.
 */
export function segmentCsv(story: ConversationStory): string {
  return csvText([COLUMNS, ...story.segments.map((segment) => row(segment, story))]);
}

function row(segment: StorySegment, { conversation, client, server }: ConversationStory) {
  const { fromClient, flags, payload, length } = segment;
  const acknowledges = (flags & ACK) !== 0;
  const seconds = (nanoseconds: number) => (nanoseconds / 1e9).toFixed(9);
  return [
    segment.frame,
    conversation.stream,
    // Digits and a point: no spreadsheet takes it for a formula, unless time runs backwards.
    Number(seconds(segment.at)),
    fromClient ? 'client' : 'server',
    fromClient ? client : server,
    fromClient ? server : client,
    flagsText(flags),
    segment.sequence,
    acknowledges ? segment.acknowledgement : null,
    segment.rawSequence,
    acknowledges ? segment.rawAcknowledgement : null,
    length,
    segment.window,
    segment.bytesInFlight < 0 ? null : segment.bytesInFlight,
    segment.acknowledgedFrame || null,
    segment.roundTrip < 0 ? null : segment.roundTrip / 1e9,
    repeatedFrame(segment) || null,
    segment.labels.join(' '),
    segment.wiresharkLabels.join(' '),
    ...segment.states,
    segment.checksum,
    shownText(payload, KEPT_PAYLOAD_BYTES, length),
  ];
}
