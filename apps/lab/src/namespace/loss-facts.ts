import type { CommandRecord, Missing } from '../evidence/evidence.ts';

/** What was observed of a transfer whose segments the system itself has dropped. */
export interface LossFacts {
  /** `Debian GNU/Linux 12 (bookworm), Linux 6.1.0` */
  readonly system: string;
  /** ISO 8601. */
  readonly observedAt: string;
  /** Which packets iptables drops. */
  readonly rule: string;
  /** Bytes that the client has sent, and that came back to it. */
  readonly sent: number;
  readonly returned: number;
  /** Whether they are the same, byte for byte. */
  readonly identical: boolean;
  /** Packets that iptables has dropped, by its counter. */
  readonly dropped: number;
  /** Where nothing could be captured. */
  readonly missing?: Missing;
  readonly commands: readonly CommandRecord[];
}

/** The files of such a run: `tcp-loss.pcapng` and others. */
export function lossFiles(base: string) {
  return {
    facts: `${base}.json`,
    capture: `${base}.pcapng`,
    messages: `${base}-messages.txt`,
    reply: `${base}-reply.txt`,
    client: `${base}-client.txt`,
    server: `${base}-server.txt`,
    counters: `${base}-iptables.txt`,
  } as const;
}

/** A run on this machine. */
export const LOSS_FILES = lossFiles('tcp-loss');
