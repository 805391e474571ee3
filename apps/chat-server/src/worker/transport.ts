/** How lines reach one client: as a byte stream with CR LF, or as WebSocket messages. */
export interface Transport {
  /** Sends whole lines with their ends. Who lets too much wait is cut off. */
  write(lines: Buffer): void;
  /** Ends the connection once everything has been written. */
  close(why: 'done' | 'shutdown'): void;
}
