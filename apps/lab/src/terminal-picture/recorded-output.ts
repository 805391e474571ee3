/**
 * Bytes of a recorded output that a picture is made from: the first half and the last half of it.
 * @unit bytes
 * @against a program that prints without end
 * @provenBy ./recorded-output.spec.ts: takes so many bytes, of both ends
 */
export const MAX_OUTPUT_BYTES = 1024 * 1024;

/**
 * Lines of it, of both ends: each is at least one row of the terminal, about 1.2 KB of memory.
 * @unit lines
 * @against a megabyte of empty lines, which is a gigabyte of rows
 * @provenBy ./recorded-output.spec.ts: takes so many lines, of both ends
 */
export const MAX_OUTPUT_LINES = 4000;

/** The part of an output that a picture is made from. */
export interface TakenOutput {
  readonly head: string;
  /** What follows behind the part that is left out; empty where nothing is. */
  readonly tail: string;
  readonly bytesLeftOut: number;
}

/** What was recorded, as text: bytes that are no UTF-8 become U+FFFD. A long one loses its middle. */
export function takeOutput(chunks: readonly Uint8Array[]): TakenOutput {
  const bytes = Buffer.concat(chunks);
  const headEnd = endOfHead(bytes);
  const tailStart = Math.max(headEnd, startOfTail(bytes));
  return headEnd >= bytes.length || tailStart === headEnd
    ? { head: bytes.toString(), tail: '', bytesLeftOut: 0 }
    : {
        head: bytes.toString('utf8', 0, headEnd),
        tail: bytes.toString('utf8', tailStart),
        bytesLeftOut: tailStart - headEnd,
      };
}

/** Behind a newline where there is one, so that no character and no escape sequence is cut. */
function endOfHead(bytes: Buffer): number {
  const most = Math.min(bytes.length, MAX_OUTPUT_BYTES / 2);
  let end = 0;
  for (let line = 0; line < MAX_OUTPUT_LINES / 2; line++) {
    const newline = bytes.indexOf('\n', end);
    if (newline === -1 || newline >= most) return line === 0 || most === bytes.length ? most : end;
    end = newline + 1;
  }
  return end;
}

function startOfTail(bytes: Buffer): number {
  const least = Math.max(0, bytes.length - MAX_OUTPUT_BYTES / 2);
  let start = bytes.length;
  for (let line = 0; line < MAX_OUTPUT_LINES / 2; line++) {
    const newline = start < 2 ? -1 : bytes.lastIndexOf('\n', start - 2);
    if (newline < least) return line === 0 || least === 0 ? least : start;
    start = newline + 1;
  }
  return start;
}
