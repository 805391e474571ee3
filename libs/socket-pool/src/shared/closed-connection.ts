/** How a connection ended. The first reason counts, later errors are its consequences. */
export type CloseReason =
  'end' | 'error' | 'idle' | 'drained' | 'destroyed' | 'worker-exit' | 'handshake';

/** What is known of a connection when it has ended. */
export interface ClosedConnection {
  readonly reason: CloseReason;
  /** The error's code where the reason is `error`: `ECONNRESET`, `ERR_LINE_TOO_LONG`. */
  readonly code?: string;
  readonly bytesRead: number;
  readonly bytesWritten: number;
}
