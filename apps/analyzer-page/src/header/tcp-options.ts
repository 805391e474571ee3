/** An option of a TCP header. */
interface TcpOption {
  readonly kind: number;
  /** As the standards call it; the kind where it is not known here. */
  readonly name: string;
  readonly value: string;
  readonly bytes: Uint8Array;
}

/** A larger shift counts as this one (RFC 7323, section 2.3). */
const LARGEST_SHIFT = 14;

/**
 * The options behind the fixed header (RFC 9293, section 3.2; RFC 2018, RFC 7323, RFC 7413, RFC 8684).
 * What is cut or damaged ends the list.
 */
export function tcpOptions(header: Uint8Array): TcpOption[] {
  const found: TcpOption[] = [];
  const declared = ((header[12] ?? 0) >> 4) * 4;
  const end = Math.min(declared, header.length);
  for (let at = 20; at < end;) {
    const kind = header[at]!;
    const length = kind < 2 ? 1 : (header[at + 1] ?? 0);
    if (length === 0 || at + length > end || (kind > 1 && length < 2)) return found;
    const bytes = header.subarray(at, at + length);
    found.push({ kind, bytes, ...described(kind, bytes) });
    if (kind === 0) return found;
    at += length;
  }
  return found;
}

function described(kind: number, bytes: Uint8Array): { name: string; value: string } {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const { length } = bytes;
  if (kind === 0) return { name: 'End of list', value: '' };
  if (kind === 1) return { name: 'NOP', value: '' };
  if (kind === 2 && length === 4) return { name: 'MSS', value: String(view.getUint16(2)) };
  if (kind === 3 && length === 3) {
    const shift = bytes[2]!;
    return { name: 'Window scale', value: `${shift} (× ${2 ** Math.min(shift, LARGEST_SHIFT)})` };
  }
  if (kind === 4 && length === 2) return { name: 'SACK permitted', value: '' };
  if (kind === 5) return { name: 'SACK', value: sackBlocks(view) };
  if (kind === 8 && length === 10) {
    return {
      name: 'Timestamps',
      value: `TSval ${view.getUint32(2)}, TSecr ${view.getUint32(6)}`,
    };
  }
  if (kind === 30) return { name: 'Multipath TCP', value: `subtype ${(bytes[2] ?? 0) >> 4}` };
  if (kind === 34) return { name: 'TCP Fast Open', value: `${length - 2}` };
  return { name: `kind ${kind}`, value: '' };
}

/** Left and right edge of each block, as they stand there. */
function sackBlocks(view: DataView): string {
  const blocks: string[] = [];
  for (let at = 2; at + 8 <= view.byteLength; at += 8) {
    blocks.push(`${view.getUint32(at)}–${view.getUint32(at + 4)}`);
  }
  return blocks.join(', ');
}
