import type { ReportSegment } from '@praktikum/capture-report';
import type { ConversationStory } from '../../story/conversation-story.ts';
import { repeatedFrame } from '../../story/corrected-story.ts';
import type { StorySegment } from '../../story/story-segment.ts';
import { bytesText } from '../../words/bytes-text.ts';

/** Characters of payload beside an arrow. */
export const TEXT_CHARACTERS = 72;
/** Bytes of payload in the panel of a frame. */
export const PAYLOAD_BYTES = 64;

/** What a report shows of the segments of a conversation. */
export function reportSegments({ segments }: ConversationStory): ReportSegment[] {
  return segments.map((segment, index) => reportSegment(segment, segments[index - 1]));
}

function reportSegment(segment: StorySegment, before: StorySegment | undefined): ReportSegment {
  const { states, payload, length, labels, wiresharkLabels } = segment;
  const [clientState, serverState] = states;
  return {
    frame: segment.frame,
    at: segment.at,
    fromClient: segment.fromClient,
    said: '',
    flags: segment.flags,
    sequence: segment.sequence,
    acknowledgement: segment.acknowledgement,
    length,
    window: segment.window,
    labels,
    otherLabels: wiresharkLabels.filter((label) => !labels.includes(label)),
    acknowledgedFrame: segment.acknowledgedFrame,
    roundTrip: segment.roundTrip,
    bytesInFlight: segment.bytesInFlight,
    originalFrame: repeatedFrame(segment),
    clientState,
    serverState,
    statesChanged: before?.states[0] !== clientState || before.states[1] !== serverState,
    checksum: segment.checksum,
    text: length > 0 ? bytesText(payload, TEXT_CHARACTERS, length) : '',
    ipHeader: base64(segment.ipHeader),
    transportHeader: base64(segment.tcpHeader),
    payload: base64(payload.subarray(0, PAYLOAD_BYTES)),
  };
}

/** Bytes as the page takes them. */
export function base64({ buffer, byteOffset, byteLength }: Uint8Array): string {
  return Buffer.from(buffer, byteOffset, byteLength).toString('base64');
}
