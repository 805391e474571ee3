/** What `client --udp --json` says of its run: the part that the experiment reads. Times are milliseconds. */
export interface ClientRun {
  /** Since 1970. */
  readonly startedAt: number;
  /** Since 1970: from then on it waited for no reply. */
  readonly endedAt: number;
  readonly settings: { readonly timeoutMs: number };
  readonly summary: {
    readonly sent: number;
    readonly answered: number;
    readonly unanswered: number;
    readonly duplicates: number;
    /** Answered after one that was sent later. */
    readonly reordered: number;
    readonly foreign: number;
  };
  readonly datagrams: readonly {
    readonly number: number;
    /** None: it was not answered. */
    readonly replies: readonly unknown[];
  }[];
}
