/** A field of a header, as it stands in the packet. */
export interface HeaderField {
  /** Key of its name and meaning in the catalogue. */
  readonly name: string;
  readonly bits: number;
  /** The bits as `0` and `1`; shorter than {@link bits} where the capture was cut. */
  readonly value: string;
  /** The value for people: `40000`, `10.0.0.1`. */
  readonly shown: string;
  /** What it amounts to: `5 × 4 = 20 bytes`, a relative number; empty when nothing. */
  readonly note: string;
}

/** A field before it is read: its name, its width, and how its value is written. */
export interface FieldPlan {
  readonly name: string;
  readonly bits: number;
  readonly show?: (value: number, bytes: Uint8Array) => string;
  readonly note?: (value: number) => string;
}

/** Reads the fields of a header one after the other; what was not captured has no value. */
export function readFields(bytes: Uint8Array, plans: readonly FieldPlan[]): HeaderField[] {
  let at = 0;
  return plans.map(({ name, bits, show, note }) => {
    const value = bitsOf(bytes, at, bits);
    const own = bytes.subarray(at >> 3, (at + bits) >> 3);
    at += bits;
    if (value.length < bits) return { name, bits, value, shown: '–', note: '' };
    const number = parseInt(value.slice(-32), 2);
    return {
      name,
      bits,
      value,
      shown: show ? show(number, own) : String(number),
      note: note ? note(number) : '',
    };
  });
}

function bitsOf(bytes: Uint8Array, from: number, count: number): string {
  let text = '';
  for (let at = from; at < from + count && at >> 3 < bytes.length; at += 1) {
    text += (bytes[at >> 3]! >> (7 - (at & 7))) & 1;
  }
  return text;
}

/** `0x1c46` */
export function hexText(value: number, digits = 4): string {
  return `0x${value.toString(16).padStart(digits, '0')}`;
}
