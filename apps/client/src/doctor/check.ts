import type { LookupAddress } from 'node:dns';
import type { Endpoint, ErrorDetails } from '@praktikum/protocol';
import type { ClientTls } from '../tls/tls-arguments.ts';
import type { FindingId } from './findings.ts';

/** `note` is worth knowing and no fault; `problem` is what the verdict is about. */
export type Status = 'ok' | 'note' | 'problem';

/** One thing that a check found out. Its words are in the table of findings. */
export interface Finding {
  readonly id: FindingId;
  readonly details?: ErrorDetails;
  /** Where the same thing weighs more or less than the table says. */
  readonly status?: Status;
}

/** What earlier checks found out for later ones. */
interface Facts {
  /** The host's addresses; empty when its name is unknown. */
  addresses: readonly LookupAddress[];
  /** Those that took a TCP connection. */
  reachable: readonly LookupAddress[];
  /** Addresses that let a connection attempt run out of time, as a firewall does that drops packets. */
  silent: readonly LookupAddress[];
}

export interface CheckContext {
  readonly endpoint: Endpoint;
  /** For each single step of a check. */
  readonly timeoutMs: number;
  readonly signal: AbortSignal;
  readonly facts: Facts;
  /** Whether UDP is asked for in place of TCP. */
  readonly udp: boolean;
  /** With it the service is spoken to through TLS. */
  readonly tls?: ClientTls | undefined;
}

/** One examination. It never throws for what it examines: that is a finding. */
export interface Check {
  readonly name:
    | 'name'
    | 'families'
    | 'connection'
    | 'udp'
    | 'tls'
    | 'service'
    | 'others'
    | 'listener'
    | 'firewall';
  run(context: CheckContext): Promise<readonly Finding[]>;
}
