import type { Document, Section } from '../document.ts';
import { cleanText } from '../text/clean-text.ts';
import { type Runs, runsOf } from '../text/runs.ts';
import { DOCUMENT_TEXTS, type DocumentTexts } from '../texts.ts';
import { type NumberedBlock, resolveBlocks } from './numbered-block.ts';
import { Numbering } from './numbering.ts';

/** A document as all renderers read it, so that all of them have the same numbers. */
export interface NumberedDocument {
  readonly texts: DocumentTexts;
  readonly title: string;
  readonly author: string | undefined;
  readonly date: Date | undefined;
  readonly titlePage: readonly { readonly label: string; readonly value: Runs }[];
  /** In the order in which they are read; each subsection comes after its section. */
  readonly sections: readonly NumberedSection[];
}

export interface NumberedSection {
  readonly level: 1 | 2;
  /** `1`, `1.1` */
  readonly number: string;
  readonly title: string;
  /** `section-1-1` */
  readonly anchor: string;
  /** Of the section that it belongs to. */
  readonly parentAnchor: string | undefined;
  readonly blocks: readonly NumberedBlock[];
}

/**
 * The one pass that gives numbers: sections 1, 1.1; figures and tables 1 to n over the whole document.
 * @throws {Error} where a text refers to what is not there, an id is there twice, or sections are three deep
 */
export function numberDocument(document: Document): NumberedDocument {
  const numbering = new Numbering(document.language);
  // All are numbered before the first is resolved: a text may refer to a figure that follows.
  const sections = document.sections.flatMap((section, at) => flatten(section, [at + 1]));
  const labels = sections.map(({ section }) => numbering.add(section.blocks));
  return {
    texts: DOCUMENT_TEXTS[document.language],
    title: oneLine(document.title),
    author: document.author === undefined ? undefined : oneLine(document.author),
    date: document.date,
    titlePage: document.titlePage.map(({ label, value }) => ({
      label: oneLine(label),
      value: runsOf(value, numbering.refer),
    })),
    sections: sections.map(({ section, path }, at) => ({
      level: path.length === 1 ? 1 : 2,
      number: path.join('.'),
      title: oneLine(section.title),
      anchor: anchorOf(path),
      parentAnchor: path.length === 1 ? undefined : anchorOf(path.slice(0, -1)),
      blocks: resolveBlocks(section.blocks, labels[at]!, numbering),
    })),
  };
}

interface PlacedSection {
  readonly section: Section;
  readonly path: readonly number[];
}

function flatten(section: Section, path: readonly number[]): readonly PlacedSection[] {
  if (path.length > 2) throw new Error(`section '${section.title}' is more than two levels deep`);
  const inner = section.sections ?? [];
  return [{ section, path }, ...inner.flatMap((each, at) => flatten(each, [...path, at + 1]))];
}

function anchorOf(path: readonly number[]): string {
  return `section-${path.join('-')}`;
}

function oneLine(text: string): string {
  return cleanText(text).replace(/\s+/g, ' ').trim();
}
