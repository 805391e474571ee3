import type { Document } from '../document.ts';
import { numberDocument } from '../numbering/number-document.ts';

/**
 * The document as DOCX, for Word and LibreOffice: A4, with real headings, captions and a filled table of contents.
 * @throws {Error} where a text refers to what is not there, or a picture is no SVG
 */
export async function docxDocument(document: Document): Promise<Uint8Array> {
  const numbered = numberDocument(document);
  const { packDocx } = await import('./pack-docx.ts'); // only who writes one waits for its library
  return packDocx(numbered);
}
