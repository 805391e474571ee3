import type { Frame } from './frame.ts';
import type { NumberSpace } from './protocol.ts';
import { numberName } from './number-names.ts';

/** A number that ended the decoding because it is not known here. */
export interface Undecoded {
  readonly space: NumberSpace;
  readonly number: number;
  /** Its name, where there is one. */
  readonly name: string | undefined;
  /** For example `link type 7 ARCNET is not decoded`. */
  readonly text: string;
}

const HEXADECIMAL: ReadonlySet<NumberSpace> = new Set<NumberSpace>([
  'ethertype',
  'FDDI frame control',
  'PPP protocol',
  'LLC service',
  'SNAP protocol',
  'GRE protocol',
]);

/** What kept a frame from being read as far as an IP header. */
export interface Unread {
  /** Number and name of its link type, such as `239 NFLOG`. */
  readonly linkType: string;
  /** Why its headers could not be read; undefined when the link type is not decoded. */
  readonly fault: string | undefined;
}

/**
 * Why nothing is known of a frame that may carry IP: its link type is not decoded, or its link header is
 * damaged or closed. Undefined when there is an IP header, or another protocol.
 */
export function unread(frame: Frame): Unread | undefined {
  const { linkType, ipVersion, fault, unknownSpace } = frame;
  if (ipVersion !== 0 || (fault === undefined && unknownSpace !== 'link type')) return undefined;
  const name = numberName('link type', linkType);
  return { linkType: name ? `${linkType} ${name}` : `${linkType}`, fault };
}

/** What of a frame is not decoded; undefined when its headers were followed to the end. */
export function undecoded(frame: Frame): Undecoded | undefined {
  const { unknownSpace: space, unknownNumber: number } = frame;
  if (space === undefined) return undefined;
  const name = numberName(space, number);
  const digits = HEXADECIMAL.has(space) ? `0x${number.toString(16).padStart(4, '0')}` : `${number}`;
  const text = `${space} ${digits}${name ? ` ${name}` : ''} is not decoded`;
  return { space, number, name, text };
}
