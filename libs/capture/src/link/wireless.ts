import { fileUint16, fileUint32, uint16 } from '../bytes.ts';
import type { Frame } from '../frame/frame.ts';
import type { Layers } from '../frame/layers.ts';
import { decodeLlc } from './llc.ts';

/** Frame control, duration, three addresses, sequence control. */
const HEADER_BYTES = 24;
const FOURTH_ADDRESS_BYTES = 6;
const QOS_BYTES = 2;
const HT_CONTROL_BYTES = 4;
const DATA = 2;
/** Bits of a data frame's subtype: no payload, quality of service. */
const [NO_DATA, QOS] = [4, 8];
/** Bits of the second byte: to and from the distribution system, protected, order. */
const [BOTH_SYSTEMS, PROTECTED, ORDER] = [0x03, 0x40, 0x80];
const AGGREGATE = 0x80;
const FRAGMENT_NUMBER = 0x0f;

/** A frame of IEEE 802.11 (LINKTYPE_IEEE802_11; clause 9.2): only open data frames can be looked into. */
export function decodeWireless(frame: Frame, at: number, layers: Layers, padded = false): void {
  frame.addLayer('wlan');
  if (!frame.has(at, 2, 'IEEE 802.11 header cut short')) return;
  const { bytes } = frame;
  const [control, flags] = [bytes[at]!, bytes[at + 1]!];
  const [type, subtype] = [(control >> 2) & 3, control >> 4];
  if (type !== DATA) {
    frame.stopAt('IEEE 802.11 type', type);
    return;
  }
  if ((subtype & NO_DATA) !== 0) return;
  const fixed = HEADER_BYTES + ((flags & BOTH_SYSTEMS) === BOTH_SYSTEMS ? FOURTH_ADDRESS_BYTES : 0);
  const hasQos = (subtype & QOS) !== 0;
  const qos = hasQos ? QOS_BYTES + ((flags & ORDER) === 0 ? 0 : HT_CONTROL_BYTES) : 0;
  if (!frame.has(at, fixed + qos, 'IEEE 802.11 header cut short')) return;
  if ((flags & PROTECTED) !== 0) frame.fault = 'IEEE 802.11 frame is encrypted';
  else if (hasQos && (bytes[at + fixed]! & AGGREGATE) !== 0) {
    frame.fault = 'IEEE 802.11 frame holds several (A-MSDU)';
  } else if ((bytes[at + 22]! & FRAGMENT_NUMBER) !== 0) frame.fault = 'IEEE 802.11 fragment';
  else {
    const length = fixed + qos;
    decodeLlc(frame, at + (padded ? (length + 3) & ~3 : length), layers);
  }
}

const RADIOTAP_BYTES = 8;
/** In the set of fields: a time of eight bytes stands first, then the flags; more sets follow. */
const [HAS_TIME, HAS_FLAGS, HAS_MORE] = [1, 2, 0x8000_0000];
const PADDED = 0x20;

/** What a driver says of the radio before the frame (LINKTYPE_IEEE802_11_RADIOTAP, radiotap.org). */
export function decodeRadiotap(frame: Frame, at: number, layers: Layers): void {
  frame.addLayer('radiotap');
  if (!frame.has(at, RADIOTAP_BYTES, 'radiotap header cut short')) return;
  const { bytes } = frame;
  const length = fileUint16(bytes, at + 2, true);
  if (length < RADIOTAP_BYTES) {
    frame.fault = `radiotap header of ${length} bytes`;
    return;
  }
  if (!frame.has(at, length, 'radiotap header cut short')) return;
  decodeWireless(frame, at + length, layers, isPadded(bytes, at, at + length));
}

/** Some drivers fill the header of the frame up to four bytes. */
function isPadded(bytes: Uint8Array, at: number, end: number): boolean {
  const present = fileUint32(bytes, at + 4, true);
  if ((present & HAS_FLAGS) === 0) return false;
  let fields = at + RADIOTAP_BYTES;
  for (let set = present; (set & HAS_MORE) !== 0 && fields + 4 <= end; fields += 4) {
    set = fileUint32(bytes, fields, true);
  }
  if ((present & HAS_TIME) !== 0) fields = at + ((fields - at + 7) & ~7) + 8;
  return fields < end && (bytes[fields]! & PADDED) !== 0;
}

/** Length of AVS and of Prism headers: the first begins with its version, the second with a message code. */
const AVS_VERSION = 0x8021_1001;
const PRISM_BYTES = 144;

/** The headers of older drivers (LINKTYPE_PRISM_HEADER, LINKTYPE_IEEE802_11_AVS). */
export function decodePrism(frame: Frame, at: number, layers: Layers): void {
  frame.addLayer('prism');
  if (!frame.has(at, 8, 'Prism header cut short')) return;
  const isAvs = fileUint32(frame.bytes, at, false) === AVS_VERSION;
  const length = isAvs ? uint16(frame.bytes, at + 6) : PRISM_BYTES;
  if (!frame.has(at, length, 'Prism header cut short')) return;
  decodeWireless(frame, at + length, layers);
}
