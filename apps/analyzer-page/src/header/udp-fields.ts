import { type HeaderField, hexText, readFields } from './header-field.ts';

/** The fields of a UDP header (RFC 768). */
export function udpFields(
  bytes: Uint8Array,
  { bytes: unit }: { readonly bytes: string },
): HeaderField[] {
  return readFields(bytes, [
    { name: 'sourcePort', bits: 16 },
    { name: 'destinationPort', bits: 16 },
    { name: 'udpLength', bits: 16, note: () => unit },
    { name: 'udpChecksum', bits: 16, show: (value) => hexText(value) },
  ]);
}
