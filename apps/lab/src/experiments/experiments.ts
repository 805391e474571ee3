import type { Experiment } from './experiment.ts';
import { HANDSHAKE } from './handshake/handshake.ts';
import { THREADS } from './threads/threads.ts';

/** The practicum, in its order. */
export const EXPERIMENTS: readonly Experiment[] = [HANDSHAKE, THREADS];
