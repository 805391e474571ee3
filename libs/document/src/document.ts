import type { Language } from '@praktikum/protocol';

/** A document as its author thinks of it. What it looks like, and how it is numbered, is for the renderers. */
export interface Document {
  readonly language: Language;
  /** Stands on the title page, at the head of each page and in the metadata. */
  readonly title: string;
  /** Whom the metadata name. */
  readonly author?: string;
  /** When it was written, for the metadata; otherwise now. */
  readonly date?: Date;
  /** Lines of the title page below the title, each with its label: `Kelas`, `XI TKJ 1`. */
  readonly titlePage: readonly TitleLine[];
  /** Numbered 1, 2, …; they stand in the table of contents. */
  readonly sections: readonly Section[];
}

interface TitleLine {
  readonly label: string;
  readonly value: Inlines;
}

export interface Section {
  readonly title: string;
  readonly blocks: readonly Block[];
  /** Numbered 1.1, 1.2, …; two levels at the most. */
  readonly sections?: readonly Section[];
}

export type Block =
  | { readonly kind: 'paragraph'; readonly text: Inlines }
  | { readonly kind: 'list'; readonly ordered: boolean; readonly items: readonly Inlines[] }
  | Table
  | Figure
  /** Commands and other text whose spaces and lines count. */
  | { readonly kind: 'code'; readonly text: string }
  /** The words of somebody else, such as an answer: set off from the rest. */
  | { readonly kind: 'quote'; readonly paragraphs: readonly Inlines[] }
  /** What is missing: a marked box that no reader overlooks, also in black and white. */
  | { readonly kind: 'gap'; readonly text: Inlines };

/** Numbered by itself, its caption above it. A long one goes on over pages with its header repeated. */
export interface Table {
  readonly kind: 'table';
  /** What a text refers to it by. */
  readonly id?: string;
  readonly caption: Inlines;
  readonly header: readonly Inlines[];
  readonly rows: readonly (readonly Inlines[])[];
  /** Columns whose values are set to the right. */
  readonly numeric?: readonly number[];
}

/** Numbered by itself, its caption below it, as wide as the page at the most and never cut. */
export type Figure = Picture & {
  readonly kind: 'figure';
  readonly id?: string;
  /** What is to be seen, for those who do not see it. */
  readonly alt: string;
  readonly caption: Inlines;
};

/**
 * What a figure shows. An SVG has plain attributes and no style sheet, and `width` and `height` in CSS pixels;
 * a PNG, such as `photoPng` makes, has one pixel for each of them.
 */
export type Picture =
  | { readonly svg: string; readonly png?: undefined }
  | { readonly png: Uint8Array; readonly svg?: undefined };

/** A text in one line of thought: plain, marked, or the number of something (`Gambar 3`). */
export type Inlines = string | readonly Inline[];

export type Inline =
  | string
  | { readonly text: string; readonly mark: 'bold' | 'italic' | 'code' | 'gap' }
  | { readonly referTo: string };
