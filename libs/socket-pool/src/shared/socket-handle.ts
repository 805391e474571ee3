import { Socket, type SocketConstructorOpts } from 'node:net';
import type { Transferable } from 'node:worker_threads';
import { LendingSocket } from './lending-socket.ts';

/**
 * The one place that knows a private member of Node: the handle of a socket (`_handle`, Node's `TCP`), what
 * a `net.Socket` is made around. Posted by itself it saves what Node's own transfer of a socket costs: a
 * socket to be destroyed on one side, one made from a hash table of properties on the other. And only a
 * socket that is made here can lend what it reads (LendingSocket). The handle alone knows how much of a
 * write the kernel has taken, and whether there is a peer.
 *
 * `PoolSettings.socketHandles` is the switch. Without it, and where Node has no such handle, sockets move
 * as the documentation of worker_threads has it.
 */
type SocketHandle = object & {
  readonly fd?: number;
  readonly writeQueueSize?: number;
  /** @returns an error of the system as a negative number, 0 without one */
  getpeername?(out: object): number;
};

type SocketWithHandle = { _handle?: SocketHandle | null };

/** A socket on its way to another thread, one or the other. */
export type MovedSocket = { readonly handle: SocketHandle } | { readonly socket: Socket };

/** @param byHandle as its handle, where Node has one */
export function moved(socket: Socket, byHandle: boolean): MovedSocket {
  const handle = byHandle ? handleOf(socket) : undefined;
  return handle === undefined ? { socket } : { handle };
}

/** What is named to `postMessage` as moving along. */
export function transferableOf(moved: MovedSocket): Transferable {
  // Node's types do not know yet that these can be transferred.
  return ('handle' in moved ? moved.handle : moved.socket) as unknown as Transferable;
}

/** Leaves the handle to the thread that has it now: nothing that happens to this socket closes it. */
export function leave(socket: Socket, moved: MovedSocket): void {
  if ('handle' in moved) (socket as unknown as SocketWithHandle)._handle = null;
}

/**
 * The socket in the thread it has come to; nobody has read from it.
 * @param lending as a {@link LendingSocket}; TLS, which reads from the handle itself, has no use for it
 */
export function arrived(moved: MovedSocket, lending: boolean): Socket {
  if ('socket' in moved) return moved.socket;
  const options = { handle: moved.handle, allowHalfOpen: true, manualStart: true };
  const Type = lending ? LendingSocket : Socket;
  return new Type(options as unknown as SocketConstructorOpts);
}

/**
 * A socket that this thread has accepted, paused, as one that has come from another thread: it flows as soon
 * as somebody listens.
 * @param socket not read from yet; of no use afterwards
 * @returns undefined when no descriptor was free for it: the connection is closed
 */
export function asArrived(socket: Socket, byHandle: boolean, lending: boolean): Socket | undefined {
  const taken = moved(socket, byHandle);
  if ('socket' in taken) {
    // Without a descriptor Node gives nothing back, and says nothing.
    return structuredClone(socket, { transfer: [transferableOf(taken)] }) as Socket | undefined;
  }
  leave(socket, taken);
  return arrived(taken, lending);
}

/** The number by which the system knows a socket; undefined on Windows, and once it is closed. */
export function descriptorOf(socket: Socket): number | undefined {
  const { fd = -1 } = handleOf(socket) ?? {};
  return fd >= 0 ? fd : undefined;
}

/**
 * Bytes of the write that is under way which the kernel has not taken yet, what Node's own
 * `socket.setTimeout` looks at; 0 where it is unknown. The public `writableLength` has all of a write
 * until its end.
 */
export function unsentBytes(socket: Socket): number {
  return handleOf(socket)?.writeQueueSize ?? 0;
}

/**
 * Whether the system knows a peer of this socket; true where it cannot be asked. After a reset it knows none
 * (getpeername(2), `ENOTCONN`). Node's TLS does not always notice one: of a write that fails at once while
 * none is waited for, a session ticket's, it drops the error and waits for that write for ever.
 */
export function hasPeer(socket: Socket): boolean {
  return (handleOf(socket)?.getpeername?.({}) ?? 0) === 0;
}

function handleOf(socket: Socket): SocketHandle | undefined {
  return (socket as unknown as SocketWithHandle)._handle ?? undefined;
}
