import { uint16 } from '../../bytes.ts';
import { BYTE, type Field, SHORT } from './field.ts';
import { type IpHeader, ipHeaders } from './ip-headers.ts';

/** What is read of each IP header of a version. */
function of<Value>(version: 4 | 6, read: (header: IpHeader) => Value) {
  return ({ frame }: Parameters<Field['values']>[0]): Value[] =>
    ipHeaders(frame)
      .filter((header) => header.version === version)
      .map(read);
}

function number(most: number, values: Field['values']): Field {
  return { kind: 'number', most, values };
}

const byte =
  (offset: number) =>
  ({ bytes, at }: IpHeader) =>
    bytes[at + offset]!;
const whole = ({ bytes, at, end }: IpHeader) => bytes.subarray(at, end);
const V4_SOURCE = 12;
const V4_DESTINATION = 16;
const V6_SOURCE = 8;
const V6_DESTINATION = 24;

/** Addresses, by where they stand in the header. */
function addresses(version: 4 | 6, ...offsets: readonly number[]): Field {
  const length = version === 4 ? 4 : 16;
  const read = of(version, ({ bytes, at }) =>
    offsets.map((offset) => bytes.subarray(at + offset, at + offset + length)),
  );
  return { kind: version === 4 ? 'ipv4' : 'ipv6', values: (packet) => read(packet).flat() };
}

/** The same as text, as Wireshark shows them without names. */
function hosts(...offsets: readonly number[]): Field {
  const { values } = addresses(4, ...offsets);
  return {
    kind: 'text',
    values: (packet) =>
      values(packet).map((address) => new TextEncoder().encode((address as Uint8Array).join('.'))),
  };
}

/** The fields of IP, by their names in Wireshark. */
export const IP_FIELDS: Readonly<Record<string, Field>> = {
  ip: { kind: 'protocol', values: of(4, whole) },
  // Wireshark gives the version of both this name.
  'ip.version': number(BYTE, ({ frame }) => ipHeaders(frame).map(({ version }) => version)),
  'ip.addr': addresses(4, V4_SOURCE, V4_DESTINATION),
  'ip.src': addresses(4, V4_SOURCE),
  'ip.dst': addresses(4, V4_DESTINATION),
  'ip.host': hosts(V4_SOURCE, V4_DESTINATION),
  'ip.src_host': hosts(V4_SOURCE),
  'ip.dst_host': hosts(V4_DESTINATION),
  'ip.proto': number(BYTE, of(4, byte(9))),
  'ip.id': number(
    SHORT,
    of(4, ({ bytes, at }) => uint16(bytes, at + 4)),
  ),
  'ip.ttl': number(BYTE, of(4, byte(8))),
  ipv6: { kind: 'protocol', values: of(6, whole) },
  'ipv6.addr': addresses(6, V6_SOURCE, V6_DESTINATION),
  'ipv6.src': addresses(6, V6_SOURCE),
  'ipv6.dst': addresses(6, V6_DESTINATION),
  'ipv6.hlim': number(BYTE, of(6, byte(7))),
};
