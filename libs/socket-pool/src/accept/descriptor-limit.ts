import { readdirSync, readFileSync } from 'node:fs';
import { CodedError } from '@praktikum/protocol';

/**
 * Descriptors that are kept free for everything but clients: a hand-over takes one more for a
 * moment, and so do a reload, a log file and whoever asks for the state of the server.
 * @unit descriptors
 * @protects a server that has a descriptor for the last client and none to hand it over
 * @provenBy ../../../../apps/threaded-server/integration/load.spec.ts: lets clients wait while no descriptor is free, and forgets none (%s)
 */
export const RESERVED_DESCRIPTORS = 16;

/** What each thread that accepts by itself may take before it knows that there is no room. */
const RESERVED_FOR_THREAD = 2;

/**
 * How many clients this process has descriptors for, beside what is open now. Without /proc that is
 * unknown, and clients are taken until the system refuses them.
 * @param threads that accept by themselves
 * @param others descriptors that the rest of the program may need meanwhile
 * @throws CodedError `EMFILE` when there is no room for a single one
 */
export function roomForClients(threads = 0, others = 0): number {
  const { limit, open } = descriptors();
  const reserved = RESERVED_DESCRIPTORS + threads * RESERVED_FOR_THREAD + others;
  const room = limit - open - reserved;
  if (room >= 1) return room;
  const needed = open + reserved + 1;
  throw new CodedError('EMFILE', `${limit} descriptors are too few, ${needed} are needed`, {
    details: { limit, needed },
  });
}

function descriptors(): { limit: number; open: number } {
  try {
    // Max open files            1024                 524288               files
    const limits = readFileSync('/proc/self/limits', 'utf8');
    const [, soft = 'Infinity'] = /^Max open files +(\d+)/m.exec(limits) ?? [];
    return { limit: Number(soft), open: readdirSync('/proc/self/fd').length };
  } catch {
    return { limit: Infinity, open: 0 };
  }
}
