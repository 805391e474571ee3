import { createHash, scryptSync } from 'node:crypto';
import type { PeerArguments } from './arguments.ts';

const PREFIX = Buffer.from('Anda mengirim: ');

/** What every Node peer does with a chunk, so that they differ in how they serve and in nothing else. */
export function answererFor(mode: PeerArguments['mode']): (chunk: Uint8Array) => Uint8Array {
  if (mode.startsWith('hash-')) return (chunk) => hashed(chunk, Number(mode.slice(5)));
  switch (mode) {
    case 'echo':
      return (chunk) => chunk;
    case 'reply':
      return (chunk) => Buffer.concat([PREFIX, chunk]);
    case 'work':
      return (chunk) => {
        scryptSync(chunk, 'praktikum', 16, { N: 512, r: 8, p: 1 });
        return Buffer.concat([PREFIX, chunk]);
      };
    default:
      throw new RangeError(`no such mode: ${mode}`);
  }
}

/** Work that takes CPU in proportion to `times` and nothing else: no memory, no thread of Node's own. */
export function hashed(chunk: Uint8Array, times: number): Uint8Array {
  for (let count = 0, hash = chunk; count < times; count++) {
    hash = createHash('sha256').update(hash).digest();
  }
  return chunk;
}
