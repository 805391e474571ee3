import net from 'node:net';
import type { Transferable } from 'node:worker_threads';
import { describe, it } from '@jest/globals';
import { itOnUnix } from './on-unix.ts';

/** Who accepts: the main thread, or each worker by itself. */
export type AcceptMode = 'dispatch' | 'reuseport';

/** Whether this Node can give each worker a listening socket of its own: 24.22+ and 26.10+ can. */
export const HAS_REUSEPORT = sendsBoundSockets();

const MODES: readonly AcceptMode[] = ['dispatch', 'reuseport'];

/** A suite for each mode, which its name says: `close (%s)`. What this Node cannot do is skipped. */
export function describeEachAccept(name: string, suite: (accept: AcceptMode) => void): void {
  for (const mode of MODES) {
    const define = runs(mode) ? describe : describe.skip;
    define(named(name, mode), () => suite(mode));
  }
}

/** A test for each mode, like {@link describeEachAccept}. */
export function itEachAccept(name: string, test: (accept: AcceptMode) => Promise<void>): void {
  for (const mode of MODES) (runs(mode) ? it : it.skip)(named(name, mode), () => test(mode));
}

/** The same for what Windows has not; see {@link itOnUnix}. */
export const itEachAcceptOnUnix: typeof itEachAccept = (name, test) => {
  for (const mode of MODES) {
    (runs(mode) ? itOnUnix : it.skip)(named(name, mode), () => test(mode));
  }
};

/** A suite for `reuseport` alone. */
export function describeReuseport(name: string, suite: () => void): void {
  (HAS_REUSEPORT ? describe : describe.skip)(named(name, 'reuseport'), suite);
}

const runs = (mode: AcceptMode) => mode === 'dispatch' || HAS_REUSEPORT;

function named(name: string, mode: AcceptMode): string {
  const why = runs(mode) ? '' : ` (Node.js ${process.version} has no reuseport)`;
  return name.replace('%s', mode) + why;
}

function sendsBoundSockets(): boolean {
  const bound = new net.BoundSocket({ host: '127.0.0.1', port: 0 });
  try {
    structuredClone(bound, { transfer: [bound as unknown as Transferable] }).close();
    return true;
  } catch {
    bound.close();
    return false;
  }
}
