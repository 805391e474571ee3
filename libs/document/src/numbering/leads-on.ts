import type { NumberedBlock } from './numbered-block.ts';
import { plainText } from '../text/runs.ts';

/** Whether a paragraph, such as `Commands used:`, is to stand on one page with the beginning of the next block. */
export function leadsOn(block: NumberedBlock, next: NumberedBlock | undefined): boolean {
  if (block.kind !== 'paragraph' || next === undefined) return false;
  return plainText(block.text).trimEnd().endsWith(':');
}
