import type { DatagramStory } from '../../story/datagram-story.ts';
import { KEPT_PAYLOAD_BYTES } from '../../story/story-segment.ts';
import { shownText } from '../../words/bytes-text.ts';
import { csvText } from '@praktikum/protocol/csv-text';

const COLUMNS = [
  'frame',
  'stream',
  'seconds',
  'from',
  'source',
  'destination',
  'protocol',
  'icmp',
  'len',
  'answer_to_frame',
  'answer_rtt',
  'labels',
  'text',
];

/** The datagrams of a UDP conversation as a table, one row each, as `segmentCsv` does it for TCP. */
export function datagramCsv(story: DatagramStory): string {
  const { stream, client, server, datagrams } = story;
  const rows = datagrams.map((datagram) => {
    const { frame, at, fromClient, length, payload, icmp, questionFrame, roundTrip } = datagram;
    return [
      frame,
      stream,
      Number((at / 1e9).toFixed(9)),
      fromClient ? 'client' : 'server',
      fromClient ? client : server,
      fromClient ? server : client,
      icmp === undefined ? 'UDP' : 'ICMP',
      icmp ?? '',
      length,
      questionFrame || null,
      roundTrip < 0 ? null : roundTrip / 1e9,
      datagram.labels.join(' '),
      shownText(payload, KEPT_PAYLOAD_BYTES, length),
    ];
  });
  return csvText([COLUMNS, ...rows]);
}
