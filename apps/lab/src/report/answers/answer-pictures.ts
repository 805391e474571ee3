import type { Block, Inline } from '@praktikum/document';
import { escapeControls } from '@praktikum/protocol';
import type { Language } from '@praktikum/service';
import type { Tokens } from 'marked';
import { REPORT_TEXTS } from '../texts.ts';

const SHOWN_NAME = 100;

/** The pictures of a writer's own in their answers: each is a figure where it is first named. */
export class AnswerPictures {
  readonly #pictures: ReadonlyMap<string, Uint8Array>;
  readonly #language: Language;
  readonly #ids = new Map<string, string>();
  readonly #gaps = new Set<string>();

  /** @param pictures what can be shown, as PNG, by the names that the answers call them */
  constructor(pictures: ReadonlyMap<string, Uint8Array>, language: Language) {
    this.#pictures = pictures;
    this.#language = language;
  }

  /** The figure of a picture that is named for the first time; a gap where it cannot be shown. */
  place({ href, text, title }: Tokens.Image): Block[] {
    const png = this.#pictures.get(href);
    if (png === undefined) return this.#lost(href);
    if (this.#ids.has(href)) return [];
    const id = `picture-${this.#ids.size + 1}`;
    this.#ids.set(href, id);
    const alt = text || href;
    return [{ kind: 'figure', id, png, alt, caption: title ?? alt }];
  }

  /** What stands for a picture in a line of text: the number of its figure. */
  refer({ href, raw }: Tokens.Image): Inline {
    const id = this.#ids.get(href);
    return id === undefined ? raw : { referTo: id };
  }

  #lost(href: string): Block[] {
    if (this.#gaps.has(href)) return [];
    this.#gaps.add(href);
    const name = escapeControls(href).slice(0, SHOWN_NAME);
    return [{ kind: 'gap', text: REPORT_TEXTS[this.#language].lostPicture(name) }];
  }
}
