import { DATAGRAMS } from './datagrams/datagrams.ts';
import type { Experiment } from './experiment.ts';
import { HANDSHAKE } from './handshake/handshake.ts';
import { OWN_SERVER } from './own-server/own-server.ts';
import { SECRECY } from './secrecy/secrecy.ts';
import { THREADS } from './threads/threads.ts';

/** The practicum, in its order. */
export const EXPERIMENTS: readonly Experiment[] = [
  HANDSHAKE,
  THREADS,
  DATAGRAMS,
  SECRECY,
  OWN_SERVER,
];
