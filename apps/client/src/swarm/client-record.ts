/**
 * The life of one client, in milliseconds since the swarm began:
 * `startedAt` – connecting – `connectedAt` – waiting – `servedAt` – served – `finishedAt`.
 */
export interface ClientRecord {
  /** 1 for the first client. */
  readonly number: number;
  readonly startedAt: number;
  /** When the system had the connection; a server that is busy has not accepted it yet. */
  readonly connectedAt?: number;
  /** When the first byte of an answer came. */
  readonly servedAt?: number;
  readonly finishedAt: number;
  /** Messages that came back as they were sent. */
  readonly answered: number;
  /** Whether the server put the guide's prefix before its answers; unknown without an answer. */
  readonly prefixed?: boolean;
  /** Why it failed: an error with a stable code. */
  readonly error?: unknown;
}
