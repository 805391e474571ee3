import type { Catalogue } from '@praktikum/service';

export interface TerminalPictureTexts {
  /** Stands in the picture for the middle of a long output. */
  readonly leftOut: (rows: number, bytes: number) => string;
}

export const TERMINAL_PICTURE_TEXTS: Catalogue<TerminalPictureTexts> = {
  id: {
    leftOut: (rows, bytes) =>
      `… ${counted(rows, bytes, 'id', ['baris', 'byte'], 'dan')} tidak ditampilkan …`,
  },
  en: {
    leftOut: (rows, bytes) =>
      `… ${counted(rows, bytes, 'en', [rows === 1 ? 'row' : 'rows', 'bytes'], 'and')} not shown …`,
  },
};

/** `1.234 baris dan 5.678 byte`; what there is none of is not spoken of. */
function counted(
  rows: number,
  bytes: number,
  locale: string,
  [row, byte]: readonly [row: string, byte: string],
  and: string,
): string {
  const counts = [
    [rows, row],
    [bytes, byte],
  ] as const;
  return counts
    .filter(([count]) => count > 0)
    .map(([count, unit]) => `${count.toLocaleString(locale)} ${unit}`)
    .join(` ${and} `);
}
