import { readdirSync, readFileSync } from 'node:fs';

/**
 * Descriptors that are kept free for everything but clients: a hand-over takes one more for a
 * moment, and so do a reload, a log file and whoever asks for the state of the server.
 * @unit descriptors
 * @protects a server that has a descriptor for the last client and none to hand it over
 * @provenBy ../../../../apps/threaded-server/integration/load.spec.ts: lets clients wait while no descriptor is free, and forgets none (%s)
 */
export const RESERVED_DESCRIPTORS = 16;

/**
 * How many clients this process has descriptors for, beside what is open now. Without /proc that is
 * unknown, and clients are taken until the system refuses them.
 */
export function roomForClients(): number {
  try {
    // Max open files            1024                 524288               files
    const limits = readFileSync('/proc/self/limits', 'utf8');
    const [, soft = 'Infinity'] = /^Max open files +(\d+)/m.exec(limits) ?? [];
    const open = readdirSync('/proc/self/fd').length;
    return Math.max(1, Number(soft) - open - RESERVED_DESCRIPTORS);
  } catch {
    return Infinity;
  }
}
