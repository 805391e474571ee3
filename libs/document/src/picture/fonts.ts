import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';

const require = createRequire(import.meta.url);
const FOLDER = dirname(require.resolve('dejavu-fonts-ttf/ttf/DejaVuSans.ttf'));

/** The fonts that are drawn with, on every machine the same: those of the system are never asked for. */
export const FONT_FILES = {
  text: face('DejaVuSansCondensed'),
  code: face('DejaVuSansMono'),
  /** Of pictures; and of what the two others lack. */
  picture: face('DejaVuSans'),
} as const;

export type FontFamily = keyof typeof FONT_FILES;

/** A family in the words of pdfmake; each is the path of a file. */
export interface FontFace {
  readonly normal: string;
  readonly bold: string;
  readonly italics: string;
  readonly bolditalics: string;
}

function face(name: string): FontFace {
  const file = (style: string) => join(FOLDER, `${name}${style}.ttf`);
  return {
    normal: file(''),
    bold: file('-Bold'),
    italics: file('-Oblique'),
    bolditalics: file('-BoldOblique'),
  };
}
