const NOTHING = new Uint8Array(0);

/**
 * One packet of a capture file. A reader fills the same record again and again: what is needed after
 * the next `read()` must be copied.
 */
export class CapturedPacket {
  /** Position in the file, from 1, as Wireshark's frame number; custom pcapng blocks count too. */
  number = 0;
  /** Whether the file gives a time; a simple packet block does not. */
  timed = true;
  /** Seconds since 1970-01-01 UTC. */
  seconds = 0;
  /** Nanoseconds within the second. A damaged file may say more than 999,999,999; it is kept as written. */
  nanoseconds = 0;
  /** Position in `reader.interfaces`. */
  interfaceId = 0;
  /** LINKTYPE_ number, https://www.tcpdump.org/linktypes.html */
  linkType = 0;
  /** Bytes on the wire. */
  originalLength = 0;
  /** The packet is `bytes[start]` to `bytes[end - 1]`. */
  bytes: Uint8Array = NOTHING;
  start = 0;
  end = 0;
  /** Position of the record in the file, in bytes. */
  offset = 0;

  /** Bytes in the file; fewer than {@link originalLength} when the snap length cut the packet. */
  get capturedLength(): number {
    return this.end - this.start;
  }
}

/** Time as decimal text with nine digits, exact where a double is not: `1700000000.000000001`. */
export function timeText(packet: { seconds: number; nanoseconds: number }): string {
  return `${packet.seconds}.${String(packet.nanoseconds).padStart(9, '0')}`;
}
