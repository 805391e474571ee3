import { expect, it } from '@jest/globals';
import { statSync } from 'node:fs';
import { isPipe } from './is-pipe.ts';

it('knows a pipe by its mode, which Windows gives too', () => {
  expect(isPipe({ mode: 0o010000 })).toBe(true);
  expect(isPipe({ mode: 0o010644 })).toBe(true);
});

it('takes neither a file nor a folder for one', () => {
  expect(isPipe(statSync(import.meta.filename))).toBe(false);
  expect(isPipe({ mode: 0o040755 })).toBe(false);
  expect(isPipe({ mode: 0o140777 })).toBe(false);
});
