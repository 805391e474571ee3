import { Socket, type SocketConstructorOpts } from 'node:net';
import { LendingSocket } from './lending-socket.ts';

/** What a `net.Socket` is made around (Node's `TCP`). It can be posted to another thread by itself. */
export type SocketHandle = object & { readonly fd?: number };

/** @returns undefined once the socket has been closed */
export function handleOf(socket: Socket): SocketHandle | undefined {
  return (socket as unknown as { _handle?: SocketHandle | null })._handle ?? undefined;
}

/** Leaves the handle to whoever has taken it: nothing that happens to this socket closes it. */
export function leaveHandle(socket: Socket): void {
  (socket as unknown as { _handle: null })._handle = null;
}

/**
 * A socket around a handle that nobody has read from. Node's deserializer makes one too, but of a
 * transferred socket it keeps the properties in a hash table, 1.6 KB a connection, and it needs a
 * socket to be destroyed on the other side: a fifth of what a hand-over costs.
 * @param lending as a {@link LendingSocket}; TLS, which reads from the handle itself, has no use for it
 */
export function socketAround(handle: SocketHandle, lending: boolean): Socket {
  const options = { handle, allowHalfOpen: true, manualStart: true };
  const Type = lending ? LendingSocket : Socket;
  return new Type(options as unknown as SocketConstructorOpts);
}
