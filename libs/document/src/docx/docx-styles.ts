import {
  AlignmentType,
  BorderStyle,
  type INumberingOptions,
  type IStylesOptions,
  LevelFormat,
  LineRuleType,
  ShadingType,
} from 'docx';

/** Fonts that Word has everywhere, and LibreOffice one of the same width for. */
const TEXT_FONT = 'Arial';
export const CODE_FONT = 'Courier New';

/** Names of styles of our own, as the word processor lists them. */
export const STYLE = {
  code: 'Code',
  quote: 'BlockQuote',
  gap: 'Gap',
  cell: 'TableText',
  header: 'PageEdge',
  titleLine: 'TitleLine',
  contents: 'ContentsHeading',
} as const;

const BLACK = '000000';
const line = (size: number, space: number, color = BLACK) => ({
  style: BorderStyle.SINGLE,
  size,
  space,
  color,
});
const around = (border: ReturnType<typeof line>) => ({
  top: border,
  bottom: border,
  left: border,
  right: border,
});

/** Sizes in half points, distances in twentieths of a point. */
export function docxStyles(lang: string): IStylesOptions {
  const heading = (size: number, before: number) => ({
    run: { size, bold: true, color: BLACK, font: TEXT_FONT },
    paragraph: { spacing: { before, after: 120 }, keepNext: true, keepLines: true },
  });
  return {
    default: {
      document: {
        run: { font: TEXT_FONT, size: 21, language: { value: lang } },
        paragraph: { spacing: { after: 160, line: 276, lineRule: LineRuleType.AUTO } },
      },
      title: {
        run: { size: 44, bold: true, font: TEXT_FONT },
        paragraph: { alignment: AlignmentType.CENTER, spacing: { before: 2800, after: 1200 } },
      },
      heading1: heading(30, 320),
      heading2: heading(24, 200),
      caption: {
        run: { size: 19, color: BLACK, bold: true, italics: false },
        paragraph: { spacing: { before: 80, after: 240 }, keepLines: true },
      },
    },
    paragraphStyles: [...OWN_STYLES],
  };
}

const based = { basedOn: 'Normal', quickFormat: true } as const;

const OWN_STYLES: NonNullable<IStylesOptions['paragraphStyles']> = [
  {
    ...based,
    id: STYLE.code,
    name: 'Code',
    run: { font: CODE_FONT, size: 18, noProof: true },
    paragraph: {
      spacing: { before: 0, after: 0, line: 252, lineRule: LineRuleType.AUTO },
      // What goes on below itself is set in there, so that it is told from the next line.
      indent: { left: 520, hanging: 400, right: 120 },
      shading: { type: ShadingType.CLEAR, color: 'auto', fill: 'F4F4F4' },
      border: around(line(4, 5, '999999')),
    },
  },
  {
    ...based,
    id: STYLE.quote,
    name: 'Block Quote',
    paragraph: { indent: { left: 300 }, border: { left: line(24, 8, '777777') } },
  },
  {
    ...based,
    id: STYLE.gap,
    name: 'Gap',
    paragraph: {
      spacing: { before: 160, after: 240 },
      indent: { left: 160, right: 160 },
      border: around(line(24, 6)),
    },
  },
  {
    ...based,
    id: STYLE.cell,
    name: 'Table Text',
    run: { size: 18 },
    paragraph: { spacing: { before: 20, after: 20, line: 252, lineRule: LineRuleType.AUTO } },
  },
  {
    ...based,
    id: STYLE.header,
    name: 'Page Edge',
    run: { size: 16, color: '444444' },
    paragraph: { spacing: { after: 0 } },
  },
  { ...based, id: STYLE.titleLine, name: 'Title Line', run: { size: 23 } },
  {
    ...based,
    id: STYLE.contents,
    name: 'Contents Heading',
    run: { size: 30, bold: true },
    paragraph: { spacing: { after: 200 } },
  },
];

export const BULLETS = 'bullets';
export const NUMBERS = 'numbers';

export const docxNumbering: INumberingOptions = {
  config: [
    listLevel(BULLETS, LevelFormat.BULLET, '•'),
    listLevel(NUMBERS, LevelFormat.DECIMAL, '%1.'),
  ],
};

function listLevel(
  reference: string,
  format: (typeof LevelFormat)[keyof typeof LevelFormat],
  text: string,
): INumberingOptions['config'][number] {
  const paragraph = { indent: { left: 420, hanging: 320 } };
  return { reference, levels: [{ level: 0, format, text, style: { paragraph } }] };
}
