import type { Frame } from '../../frame/frame.ts';
import { payloadOf } from '../../frame/payload-of.ts';
import { type Field, LONG, SHORT } from './field.ts';
import { portFields, transportField } from './ports.ts';

const NONE: readonly number[] = [];
const isUdp = ({ transport }: Frame) => transport === 'udp';

/** The fields of UDP, by their names in Wireshark. */
export const UDP_FIELDS: Readonly<Record<string, Field>> = {
  udp: transportField('udp'),
  ...portFields('udp'),
  'udp.length': {
    kind: 'number',
    most: SHORT,
    values: ({ frame }) => (isUdp(frame) ? [frame.payloadLength + 8] : NONE),
  },
  'udp.stream': {
    kind: 'number',
    most: LONG,
    values: ({ datagram }) => (datagram ? [datagram.conversation.stream] : NONE),
  },
  'udp.payload': {
    kind: 'bytes',
    values: ({ frame }) =>
      isUdp(frame) ? [payloadOf(frame)].filter((payload) => payload.length > 0) : [],
  },
};
