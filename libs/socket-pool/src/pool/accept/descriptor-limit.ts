import { readdirSync, readFileSync } from 'node:fs';
import { CodedError } from '@praktikum/protocol';

/**
 * Descriptors that are kept free for everything but clients: a hand-over takes one more for a
 * moment, and so do a reload, a log file and whoever asks for the state of the server.
 * @unit descriptors
 * @against a server that has a descriptor for the last client and none to hand it over
 * @provenBy ../../../../../apps/threaded-server/integration/load.spec.ts: lets clients wait while no descriptor is free, and forgets none (%s)
 */
const RESERVED_DESCRIPTORS = 16;

/** What a thread takes to start: its event loop, its signals, its log, and what it reads. */
const DESCRIPTORS_OF_THREAD = 12;

/**
 * Makes sure that one more thread can start without taking what clients need.
 * @throws CodedError `EMFILE`
 */
export function requireRoomForThread(): void {
  const { limit, open } = descriptors();
  const needed = open + DESCRIPTORS_OF_THREAD;
  if (limit >= needed) return;
  throw new CodedError('EMFILE', `${limit} descriptors are too few for one more thread`, {
    details: { limit, needed },
  });
}

/** What each thread that accepts by itself may take before it knows that there is no room. */
const RESERVED_FOR_THREAD = 2;

/** A listening socket, and the spare one for its pause. */
const DESCRIPTORS_OF_LISTENER = 2;

/** What is to be kept free beside the reserve. */
export interface DescriptorNeeds {
  /** Threads that accept by themselves. */
  readonly threads?: number;
  /** Sockets that each of them, or the main thread, is about to listen on. The reserve has room for one. */
  readonly listeners?: number;
  /** Descriptors that the rest of the program may need meanwhile. */
  readonly others?: number;
}

/**
 * How many clients this process has descriptors for, beside what is open now. Without /proc that is
 * unknown, and clients are taken until the system refuses them.
 * @throws CodedError `EMFILE` when there is no room for a single one
 */
export function roomForClients(needs: DescriptorNeeds): number {
  const { limit, open } = descriptors();
  const room = limit - open - reservedFor(needs);
  if (room >= 1) return room;
  const needed = limit - room + 1;
  throw new CodedError('EMFILE', `${limit} descriptors are too few, ${needed} are needed`, {
    details: { limit, needed },
  });
}

/**
 * The same while clients are there, since threads come and go.
 * @param clients that are there already
 * @returns 1 at the least: who is served then makes room for the next one
 */
export function roomBeside(needs: DescriptorNeeds, clients: number): number {
  const { limit, open } = descriptors();
  return Math.max(1, limit - open + clients - reservedFor(needs));
}

function reservedFor({ threads = 0, listeners = 1, others = 0 }: DescriptorNeeds): number {
  const listening = (listeners - 1) * Math.max(1, threads) * DESCRIPTORS_OF_LISTENER;
  return RESERVED_DESCRIPTORS + threads * RESERVED_FOR_THREAD + listening + others;
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
