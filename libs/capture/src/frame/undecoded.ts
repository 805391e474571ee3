import type { Frame } from './frame.ts';
import type { NumberSpace } from './protocol.ts';
import { numberName } from './number-names.ts';

/** A number that ended the decoding because it is not known here. */
export interface Undecoded {
  readonly space: NumberSpace;
  readonly number: number;
  /** Its name, where there is one. */
  readonly name: string | undefined;
  /** For example `link type 10 FDDI is not decoded`. */
  readonly text: string;
}

const HEXADECIMAL: ReadonlySet<NumberSpace> = new Set<NumberSpace>([
  'ethertype',
  'PPP protocol',
  'LLC service',
  'SNAP protocol',
  'GRE protocol',
]);

/** What of a frame is not decoded; undefined when its headers were followed to the end. */
export function undecoded(frame: Frame): Undecoded | undefined {
  const { unknownSpace: space, unknownNumber: number } = frame;
  if (space === undefined) return undefined;
  const name = numberName(space, number);
  const digits = HEXADECIMAL.has(space) ? `0x${number.toString(16).padStart(4, '0')}` : `${number}`;
  const text = `${space} ${digits}${name ? ` ${name}` : ''} is not decoded`;
  return { space, number, name, text };
}
