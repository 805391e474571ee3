import { Socket } from 'node:net';
import type { Endpoint } from '@praktikum/protocol';

/** The number by which the system knows a socket; undefined on Windows, and once it is closed. */
export function descriptorOf(socket: Socket): number | undefined {
  const { _handle: handle } = socket as unknown as { _handle?: { fd?: number } | null };
  return handle?.fd !== undefined && handle.fd >= 0 ? handle.fd : undefined;
}

/**
 * Closes a socket of which nothing but its number is left. The system gives numbers out again, so
 * it is closed only while it is still the connection with this peer.
 */
export function closeDescriptor(descriptor: number | undefined, remote: Endpoint): void {
  if (descriptor === undefined) return;
  try {
    const socket = new Socket({ fd: descriptor });
    const { remotePort } = socket;
    if (remotePort === remote.port) socket.on('error', () => undefined).destroy();
  } catch {
    // The number is free, or is no socket: there is nothing left to close.
  }
}
