import { ACK } from '@praktikum/capture';
import { type FieldPlan, type HeaderField, hexText, readFields } from './header-field.ts';

/** What the notes of TCP fields say, in the page's language. */
interface TcpNotes {
  readonly words: (bytes: number) => string;
  readonly relative: (number: number) => string;
  /** Bytes that the window field stands for. */
  readonly scaled: (bytes: number) => string;
  readonly checksum: string;
}

/** Numbers of a segment that its header alone does not give. */
interface TcpContext {
  readonly sequence: number;
  readonly acknowledgement: number;
  readonly window: number;
  readonly flags: number;
}

const FLAGS = ['ae', 'cwr', 'ece', 'urg', 'ack', 'psh', 'rst', 'syn', 'fin'];

/** The fields of a TCP header (RFC 9293, section 3.1; RFC 9768 for AE), without options. */
export function tcpFields(bytes: Uint8Array, context: TcpContext, notes: TcpNotes): HeaderField[] {
  const acknowledges = (context.flags & ACK) !== 0;
  const plans: FieldPlan[] = [
    { name: 'sourcePort', bits: 16 },
    { name: 'destinationPort', bits: 16 },
    { name: 'sequence', bits: 32, note: () => notes.relative(context.sequence) },
    {
      name: 'acknowledgement',
      bits: 32,
      note: () => (acknowledges ? notes.relative(context.acknowledgement) : ''),
    },
    { name: 'dataOffset', bits: 4, note: (value) => notes.words(value * 4) },
    { name: 'reserved', bits: 3 },
    ...FLAGS.map((name) => ({ name, bits: 1 })),
    {
      name: 'window',
      bits: 16,
      note: (value) => (value === context.window ? '' : notes.scaled(context.window)),
    },
    { name: 'checksum', bits: 16, show: (value) => hexText(value), note: () => notes.checksum },
    { name: 'urgentPointer', bits: 16 },
  ];
  return readFields(bytes, plans);
}
