import { Socket } from 'node:net';
import type { Endpoint } from '@praktikum/protocol';

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
