import { Socket, type SocketConstructorOpts } from 'node:net';

/**
 * Gives a transferred socket a new object. The one that Node's deserializer makes keeps its properties
 * in a hash table, 1.6 KB a connection, and every access to them is slower; one that is constructed
 * around the same handle does not.
 */
export function adoptSocket(socket: Socket): Socket {
  const shell = socket as unknown as { _handle: object | null };
  const { _handle: handle } = shell;
  if (!handle) return socket; // it has been closed on its way
  shell._handle = null; // it is not the shell's any more
  const { allowHalfOpen } = socket;
  const options = { handle, allowHalfOpen, manualStart: true };
  return new Socket(options as unknown as SocketConstructorOpts);
}
