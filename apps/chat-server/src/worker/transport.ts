/**
 * What may wait for one client: what others write, and the answers to its own questions. A list of all channels,
 * asked for a few times at once, fits.
 * @unit bytes
 * @against slow readers, and clients that ask for more than they read, whose queues would fill the memory
 * @provenBy ../../integration/web.spec.ts: cuts off a client that does not read, and no other
 * @provenBy ../../integration/limits.spec.ts: cuts off a client that asks for more than it reads
 */
export const MAX_QUEUED_BYTES = 4 * 1024 * 1024;

/** How lines reach one client: as a byte stream with CR LF, or as WebSocket messages. */
export interface Transport {
  /** Bytes that wait because the client does not read. */
  readonly queued: number;
  /** Sends whole lines with their ends. Who lets too much wait is cut off. */
  write(lines: Buffer): void;
  /** Ends the connection once everything has been written. */
  close(why: 'done' | 'shutdown'): void;
}
