import type { ContentText } from 'pdfmake/interfaces.js';
import type { NumberedFigure, NumberedTable } from '../numbering/numbered-block.ts';
import { pdfText } from './pdf-text.ts';

const SIZE = 9;

/** `Gambar 3. Handshake TCP`, where references to it lead. */
export function pdfCaption(
  { label, caption }: NumberedFigure | NumberedTable,
  place: 'above' | 'below',
): ContentText & { id: string } {
  const start = caption.length > 0 ? `${label.label}. ` : label.label;
  const look = { size: SIZE };
  return {
    id: label.anchor,
    text: [...pdfText([{ text: start, mark: 'bold' }], look), ...pdfText(caption, look)],
    fontSize: SIZE,
    ...(place === 'above'
      ? { margin: [0, 8, 0, 4] }
      : { margin: [0, 4, 0, 12], alignment: 'center' }),
  };
}
