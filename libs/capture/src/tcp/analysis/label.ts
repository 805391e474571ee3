/** What can be noteworthy about a segment: one bit each. */
export const Label = Object.freeze({
  RETRANSMISSION: 1 << 0,
  FAST_RETRANSMISSION: 1 << 1,
  SPURIOUS_RETRANSMISSION: 1 << 2,
  OUT_OF_ORDER: 1 << 3,
  REUSED_PORTS: 1 << 4,
  LOST_SEGMENT: 1 << 5,
  ACK_LOST_SEGMENT: 1 << 6,
  WINDOW_UPDATE: 1 << 7,
  WINDOW_FULL: 1 << 8,
  KEEP_ALIVE: 1 << 9,
  KEEP_ALIVE_ACK: 1 << 10,
  ZERO_WINDOW: 1 << 11,
  ZERO_WINDOW_PROBE: 1 << 12,
  ZERO_WINDOW_PROBE_ACK: 1 << 13,
  DUPLICATE_ACK: 1 << 14,
  TFO_SYN: 1 << 15,
  TFO_ACK: 1 << 16,
  TFO_IGNORED: 1 << 17,
  /** The same packet a second time, as `-i any` and mirror ports show it. Not Wireshark's. */
  CAPTURE_DUPLICATE: 1 << 18,
  /** Both ends sent a SYN before either saw the other's (RFC 9293, section 3.5). Not Wireshark's. */
  SIMULTANEOUS_OPEN: 1 << 19,
  /** Longer than the other side accepts: the network card cuts it up after the capture. Not Wireshark's. */
  OFFLOADED_SEGMENT: 1 << 20,
  /** A segment that its receiver has to ignore (RFC 9293, section 3.10.7.4). Not Wireshark's. */
  IGNORED: 1 << 21,
  /** The SYN of a system that tries again after it was refused. Not Wireshark's. */
  CONNECT_RETRY: 1 << 22,
  /** It stands behind its acknowledgement in the capture, which did not keep the order. Not Wireshark's. */
  CAPTURE_REORDERED: 1 << 23,
  /** It carries or announces urgent data (RFC 9293, section 3.8.5). Not Wireshark's. */
  URGENT: 1 << 24,
} as const);

const NAMES: readonly (readonly [bit: number, name: string])[] = Object.entries(Label).map(
  ([name, bit]) => [bit, name.toLowerCase()],
);
const NONE: readonly string[] = Object.freeze([]);
const known = new Map<number, readonly string[]>([[0, NONE]]);

/** The names of a set of labels, written as Wireshark's `tcp.analysis.*` fields are. */
export function labelNames(labels: number): readonly string[] {
  const names = known.get(labels);
  if (names) return names;
  const added = Object.freeze(
    NAMES.filter(([bit]) => (labels & bit) !== 0).map(([, name]) => name),
  );
  known.set(labels, added);
  return added;
}
