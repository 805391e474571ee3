import { escapeText } from '@praktikum/protocol/markup';
import type { NumberedDocument } from '../numbering/number-document.ts';

/** The metadata of a DOCX (ECMA-376 part 2, core properties): docx itself knows no date but now, and no language. */
export function coreProperties({ title, author = '', date, texts }: NumberedDocument): string {
  const time = (date ?? new Date()).toISOString().replace(/\.\d+Z$/, 'Z');
  const by = escapeText(author);
  return (
    '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>' +
    '<cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties"' +
    ' xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/"' +
    ' xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">' +
    `<dc:title>${escapeText(title)}</dc:title><dc:creator>${by}</dc:creator>` +
    `<cp:lastModifiedBy>${by}</cp:lastModifiedBy>` +
    `<dcterms:created xsi:type="dcterms:W3CDTF">${time}</dcterms:created>` +
    `<dcterms:modified xsi:type="dcterms:W3CDTF">${time}</dcterms:modified>` +
    `<dc:language>${texts.lang}</dc:language></cp:coreProperties>`
  );
}
