import type { Experiment } from './experiment.ts';
import { HANDSHAKE } from './handshake/handshake.ts';

/** The practicum, in its order. */
export const EXPERIMENTS: readonly Experiment[] = [HANDSHAKE];
