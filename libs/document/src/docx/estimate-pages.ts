import type { IXmlableObject, PageNumberEstimator } from 'docx';
import { estimatePageNumbersWith } from 'docx/layout';

const estimate = estimatePageNumbersWith({ guess: true });

/**
 * The page of each heading, for a table of contents that is right when it is opened; laid out as Word does.
 * Long words are given places to break for it: breaking one by its letters takes the layout of docx seconds
 * for a table of hashes.
 */
export const estimatePages: PageNumberEstimator = Object.assign(
  (...[body, context]: Parameters<PageNumberEstimator>) =>
    estimate(breakable(body) as IXmlableObject, context),
  { listNumbers: estimate.listNumbers },
);

const LONG_WORD = /\S{16,}/g;
const PIECE = /.{4}(?=.)/gu;
const ZERO_WIDTH_SPACE = '\u200b';

/** A part of the body as docx formats it for XML: `{ 'w:t': [{ _attr: … }, 'text'] }`. */
function breakable(node: unknown, inText = false): unknown {
  if (typeof node === 'string' && inText) {
    return node.replace(LONG_WORD, (word) => word.replace(PIECE, `$&${ZERO_WIDTH_SPACE}`));
  }
  if (Array.isArray(node)) return node.map((each) => breakable(each, inText));
  if (typeof node !== 'object' || node === null) return node;
  const entries = Object.entries(node).map(([name, value]) =>
    name === '_attr' ? [name, value] : [name, breakable(value, name === 'w:t')],
  );
  return Object.fromEntries(entries);
}
