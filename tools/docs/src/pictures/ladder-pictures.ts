import { join } from 'node:path';
import { runToEnd } from '@praktikum/peers';
import { LANGUAGES } from '@praktikum/protocol';
import { requireSuccess } from './require-success.ts';

/** Draws the ladder of a capture in each language. */
export async function drawLadders(folder: string, capture: string): Promise<void> {
  for (const language of LANGUAGES) {
    const file = join(folder, language, 'ladder.svg');
    const output = ['--svg', file, '--force', '--lang', language];
    requireSuccess(await runToEnd('analyzer', ['explain', capture, ...output]));
  }
}
