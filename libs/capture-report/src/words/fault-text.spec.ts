import { expect, it } from '@jest/globals';
import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { indonesianFault } from './fault-text.ts';

const CAPTURE = join(import.meta.dirname, '..', '..', '..', 'capture', 'src');

/** `frame.fault = 'NFLOG without a packet'`, with values in it, and `frame.has(at, 8, 'UDP header cut short')`. */
const FAULT = /(?:\.fault = |\bframe\.has\([^)'`]*)[`']([^`']+)[`']/g;

const faults = globSync('**/*.ts', { cwd: CAPTURE })
  .filter((file) => !file.endsWith('.spec.ts'))
  .flatMap((file) => [...readFileSync(join(CAPTURE, file), 'utf8').matchAll(FAULT)])
  .map(([, text]) => text!.replace(/\$\{[^}]+\}/g, '7'));

it('finds the faults in the sources', () => expect(faults.length).toBeGreaterThan(40));

it.each(faults)('says in Indonesian: %s', (fault) => {
  expect(indonesianFault(fault)).not.toBe(fault);
});
