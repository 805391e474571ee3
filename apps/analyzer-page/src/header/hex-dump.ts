const BYTES_A_LINE = 16;

/** Bytes from base64. */
export function bytesOf(base64: string): Uint8Array {
  return Uint8Array.from(atob(base64), (character) => character.charCodeAt(0));
}

/** Bytes as Wireshark shows them: offset, hexadecimal, and ASCII with a dot for the rest. */
export function hexDump(bytes: Uint8Array): string {
  const lines: string[] = [];
  const width = Math.min(bytes.length, BYTES_A_LINE) * 3 - 1;
  for (let at = 0; at < bytes.length; at += BYTES_A_LINE) {
    const line = bytes.subarray(at, at + BYTES_A_LINE);
    const text = [...line].map((byte) =>
      byte >= 0x20 && byte < 0x7f ? String.fromCharCode(byte) : '.',
    );
    const offset = at.toString(16).padStart(4, '0');
    lines.push(`${offset}  ${hexBytes(line).padEnd(width)}  ${text.join('')}`);
  }
  return lines.join('\n');
}

/** `02 04 05 b4` */
export function hexBytes(bytes: Uint8Array): string {
  return [...bytes].map((byte) => byte.toString(16).padStart(2, '0')).join(' ');
}
