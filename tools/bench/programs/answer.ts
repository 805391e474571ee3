import { scryptSync } from 'node:crypto';
import type { PeerArguments } from './arguments.ts';

const PREFIX = Buffer.from('Anda mengirim: ');

/** What every Node peer does with a chunk, so that they differ in how they serve and in nothing else. */
export function answererFor(mode: PeerArguments['mode']): (chunk: Uint8Array) => Uint8Array {
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
  }
}
