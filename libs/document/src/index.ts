export type { Block, Document, Inline, Inlines, Section } from './document.ts';
export { docxDocument } from './docx/docx-document.ts';
export { htmlBlocks } from './html/html-blocks.ts';
export { htmlDocument } from './html/html-document.ts';
export { htmlPage } from './html/html-page.ts';
export { Numbering } from './numbering/numbering.ts';
export { pdfDocument } from './pdf/pdf-document.ts';
export { photoPng } from './picture/photo-png.ts';
export { svgPng } from './picture/svg-png.ts';
