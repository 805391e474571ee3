import { join } from 'node:path';

/** Our own Python programs, which stand in for any real peer. */
export function peer(name: string): string {
  return join(import.meta.dirname, '..', 'peers', name);
}
