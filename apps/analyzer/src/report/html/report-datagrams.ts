import type { ReportSegment } from '@praktikum/capture-report';
import type { DatagramStory, StoryDatagram } from '../../story/datagram-story.ts';
import { bytesText } from '../../words/bytes-text.ts';
import { datagramText } from '../../words/datagrams/datagram-lines.ts';
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
export function reportDatagrams({ datagrams }: DatagramStory): ReportSegment[] {
  return datagrams.map(reportDatagram);
}

function reportDatagram(datagram: StoryDatagram): ReportSegment {
  const { frame, at, fromClient, length, payload, labels } = datagram;
  return {
    ...NO_TCP,
    ...{ frame, at, fromClient, length, said: datagramText(datagram) },
    labels,
    acknowledgedFrame: datagram.questionFrame,
    roundTrip: datagram.roundTrip,
    text: length > 0 ? bytesText(payload, TEXT_CHARACTERS, length) : '',
    ipHeader: base64(datagram.ipHeader),
    transportHeader: base64(datagram.udpHeader),
    payload: base64(payload.subarray(0, PAYLOAD_BYTES)),
  };
}
