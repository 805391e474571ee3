import { expect, it } from '@jest/globals';
import { bytesOf, hexBytes, hexDump } from './hex-dump.ts';

const bytes = bytesOf(btoa('Halo dunia,\n halo!\u00ff'));

it('reads base64 and writes the bytes in pairs', () => {
  expect(hexBytes(bytes.subarray(0, 4))).toBe('48 61 6c 6f');
});

it('shows 16 bytes a line with their offset, and a dot for what is no text', () => {
  expect(hexDump(bytes)).toBe(
    '0000  48 61 6c 6f 20 64 75 6e 69 61 2c 0a 20 68 61 6c  Halo dunia,. hal\n' +
      `0010  6f 21 ff${' '.repeat(39)}  o!.`,
  );
});
