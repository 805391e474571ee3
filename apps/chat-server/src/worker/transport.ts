/** How lines reach one client: as a byte stream with CR LF, or as WebSocket messages. */
export interface Transport {
  /** Bytes that wait because the client does not read. */
  readonly queued: number;
  /** Sends whole lines with their ends. Who lets too much wait is cut off. */
  write(lines: Buffer): void;
  /** Ends the connection once everything has been written. */
  close(why: 'done' | 'shutdown'): void;
}
