import { addressText } from '@praktikum/capture';
import { type FieldPlan, type HeaderField, hexText, readFields } from './header-field.ts';

/** What the notes of IP fields say, in the page's language. */
interface IpNotes {
  readonly words: (bytes: number) => string;
  readonly offset: (bytes: number) => string;
  readonly bytes: string;
  readonly protocol: (number: number) => string;
}

const bit = (name: string): FieldPlan => ({ name, bits: 1 });

/** The fields of an IPv4 (RFC 791, RFC 2474, RFC 3168) or IPv6 header (RFC 8200), without options. */
export function ipFields(bytes: Uint8Array, notes: IpNotes): HeaderField[] {
  const version = (bytes[0] ?? 0) >> 4;
  return readFields(bytes, version === 6 ? ipv6(notes) : ipv4(notes));
}

/** Bytes of the header that {@link ipFields} shows. */
export function ipFixedBytes(bytes: Uint8Array): number {
  return (bytes[0] ?? 0) >> 4 === 6 ? 40 : 20;
}

function ipv4({ words, offset, bytes, protocol }: IpNotes): FieldPlan[] {
  return [
    { name: 'version', bits: 4 },
    { name: 'ihl', bits: 4, note: (value) => words(value * 4) },
    { name: 'dscp', bits: 6 },
    { name: 'ecn', bits: 2 },
    { name: 'totalLength', bits: 16, note: () => bytes },
    { name: 'identification', bits: 16, note: (value) => hexText(value) },
    bit('reserved'),
    bit('df'),
    bit('mf'),
    { name: 'fragmentOffset', bits: 13, note: (value) => (value > 0 ? offset(value * 8) : '') },
    { name: 'ttl', bits: 8 },
    { name: 'protocol', bits: 8, note: protocol },
    { name: 'ipChecksum', bits: 16, show: (value) => hexText(value) },
    { name: 'source', bits: 32, show: (_, own) => addressOf(own) },
    { name: 'destination', bits: 32, show: (_, own) => addressOf(own) },
  ];
}

function ipv6({ bytes, protocol }: IpNotes): FieldPlan[] {
  return [
    { name: 'version', bits: 4 },
    { name: 'dscp', bits: 6 },
    { name: 'ecn', bits: 2 },
    { name: 'flowLabel', bits: 20, show: (value) => hexText(value, 5) },
    { name: 'payloadLength', bits: 16, note: () => bytes },
    { name: 'nextHeader', bits: 8, note: protocol },
    { name: 'hopLimit', bits: 8 },
    { name: 'source', bits: 128, show: (_, own) => addressOf(own) },
    { name: 'destination', bits: 128, show: (_, own) => addressOf(own) },
  ];
}

function addressOf(bytes: Uint8Array): string {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const words = new Uint32Array(4);
  const first = bytes.length === 4 ? 3 : 0;
  for (let word = first; word < 4; word += 1) words[word] = view.getUint32((word - first) * 4);
  return addressText(words, 0, bytes.length === 4 ? 4 : 6);
}
