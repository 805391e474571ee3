import type { Language } from '@praktikum/protocol';
import type { Block, Figure, Table } from '../document.ts';
import type { Reference } from '../text/runs.ts';
import { DOCUMENT_TEXTS } from '../texts.ts';

/** What stands before a caption: `Gambar 3`, where `gambar-3` leads to. */
export interface Label extends Reference {
  /** `Gambar` */
  readonly word: string;
  readonly number: number;
}

/**
 * Counts figures and tables through a text, in the order in which their blocks are added. References may lead
 * to whatever has been added, before or behind them.
 */
export class Numbering {
  readonly language: Language;
  readonly #isNamed: boolean;
  readonly #counts = { figure: 0, table: 0 };
  readonly #labels = new Map<string, Label>();

  /** @param isNamed whether each block has its id in place of a number, for what is no document of its own */
  constructor(language: Language, { isNamed = false } = {}) {
    this.language = language;
    this.#isNamed = isNamed;
  }

  /**
   * Numbers what of these blocks has a number.
   * @returns the label of each block, in their order
   * @throws {Error} where two blocks have the same id
   */
  add(blocks: readonly Block[]): readonly (Label | undefined)[] {
    return blocks.map((block) => {
      if (block.kind !== 'figure' && block.kind !== 'table') return undefined;
      const label = this.#next(block);
      if (block.id !== undefined) {
        if (this.#labels.has(block.id)) throw new Error(`two blocks have the id '${block.id}'`);
        this.#labels.set(block.id, label);
      }
      return label;
    });
  }

  /** @throws {Error} where no block with this id has been added */
  readonly refer = (id: string): Label => {
    const label = this.#labels.get(id);
    if (label !== undefined) return label;
    const known = [...this.#labels.keys()].join(', ');
    throw new Error(`nothing has the id '${id}' that a text refers to; there are: ${known}`);
  };

  #next({ kind, id }: Figure | Table): Label {
    const word = DOCUMENT_TEXTS[this.language][kind];
    const number = ++this.#counts[kind];
    if (this.#isNamed && id !== undefined) {
      return { word, number, label: id, anchor: `${this.language}-${id}` };
    }
    return { word, number, label: `${word} ${number}`, anchor: `${word.toLowerCase()}-${number}` };
  }
}
