import type { ReportSegment } from '@praktikum/capture-report';
import {
  datagramFates,
  type DatagramStory,
  type StoryDatagram,
} from '../../story/datagram-story.ts';
import { bytesText } from '../../words/bytes-text.ts';
import { datagramLabels, datagramText } from '../../words/datagrams/datagram-lines.ts';
import { base64, PAYLOAD_BYTES, TEXT_CHARACTERS } from './report-segments.ts';

/** What only TCP has. */
const NO_TCP = {
  flags: 0,
  sequence: 0,
  acknowledgement: 0,
  window: 0,
  otherLabels: [],
  bytesInFlight: -1,
  originalFrame: 0,
  clientState: '',
  serverState: '',
  statesChanged: false,
  checksum: 'unknown',
} as const;

/** What a report shows of the datagrams of a conversation. */
export function reportDatagrams(story: DatagramStory): ReportSegment[] {
  const lost = new Set(datagramFates(story).unanswered);
  return story.datagrams.map((datagram) => reportDatagram(datagram, lost));
}

function reportDatagram(datagram: StoryDatagram, lost: ReadonlySet<number>): ReportSegment {
  const { frame, at, fromClient, length, payload } = datagram;
  return {
    ...NO_TCP,
    ...{ frame, at, fromClient, length, said: datagramText(datagram) },
    labels: datagramLabels(datagram, lost),
    acknowledgedFrame: datagram.questionFrame,
    roundTrip: datagram.roundTrip,
    text: length > 0 ? bytesText(payload, TEXT_CHARACTERS, length) : '',
    ipHeader: base64(datagram.ipHeader),
    transportHeader: base64(datagram.udpHeader),
    payload: base64(payload.subarray(0, PAYLOAD_BYTES)),
  };
}
