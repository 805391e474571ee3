import { drawRung, ladderColumns, type LadderColumns, rungClass } from '@praktikum/capture-report';
import { markup } from '@praktikum/protocol/markup';
import { svgNode } from '../dom.ts';
import type { LoadedConversation } from '../state/loaded-conversation.ts';
import type { PageState } from '../state/page-state.ts';
import type { PageTexts } from '../texts/page-texts.ts';
import { rungDescription } from './rung-description.ts';
import type { LadderWindow } from './scroll-to-rung.ts';

/** Pixels above and below the view that are drawn too, so that scrolling shows no blank. */
const OVERSCAN = 400;

/** The rungs of a ladder that are in view, as a picture that moves along with them. */
export class LadderPicture {
  readonly node = svgNode(markup('svg', { role: 'presentation', class: 'rungs' }));
  readonly #state: PageState;
  readonly #conversation: LoadedConversation;
  readonly #texts: PageTexts;
  /** The rungs that are drawn, by their place. */
  readonly #drawn = new Map<number, SVGElement>();
  #columns: LadderColumns = ladderColumns(600);

  constructor(state: PageState, conversation: LoadedConversation, texts: PageTexts) {
    this.#state = state;
    this.#conversation = conversation;
    this.#texts = texts;
  }

  get width(): number {
    return this.#columns.width;
  }

  /** Takes another width; what is drawn goes. */
  fit(width: number): void {
    this.#columns = ladderColumns(width);
    for (const rung of this.#drawn.values()) rung.remove();
    this.#drawn.clear();
  }

  /** The id of a rung's element; undefined when it is not drawn. */
  idOf(index: number): string | undefined {
    return this.#drawn.get(index)?.id;
  }

  /**
   * Draws what is in view.
   * @param focused the rung that the keyboard is at; undefined: it is elsewhere on the page
   */
  draw({ scrollTop, clientHeight }: LadderWindow, focused: number | undefined): void {
    const { layout } = this.#conversation;
    if (layout.count === 0) return;
    const first = layout.indexAt(Math.max(0, scrollTop - OVERSCAN));
    const last = layout.indexAt(scrollTop + clientHeight + OVERSCAN);
    for (const [index, rung] of this.#drawn) {
      if (index >= first && index <= last) continue;
      rung.remove();
      this.#drawn.delete(index);
    }
    const top = layout.top(first);
    this.#place(top, layout.top(last + 1) - top);
    for (let index = first; index <= last; index += 1) {
      const rung = this.#drawn.get(index) ?? this.#add(index);
      rung.setAttribute('transform', `translate(0 ${layout.top(index) - top})`);
      this.#mark(rung, index, index === focused);
    }
  }

  /** Positions count from the first rung drawn: far down, SVG's numbers would not be exact. */
  #place(top: number, height: number): void {
    this.node.setAttribute('viewBox', `0 0 ${this.width} ${height}`);
    this.node.setAttribute('width', String(this.width));
    this.node.setAttribute('height', String(height));
    this.node.style.transform = `translateY(${top}px)`;
  }

  #add(index: number): SVGElement {
    const { segments, layout } = this.#conversation;
    const segment = segments[index]!;
    const rung = svgNode(
      markup(
        'g',
        {
          id: `rung-${segment.frame}`,
          role: 'option',
          'data-index': index,
          'aria-setsize': layout.count,
          'aria-posinset': index + 1,
          'aria-label': rungDescription(segment, this.#texts),
        },
        // The label says all of it, in words and in order.
        markup(
          'g',
          { 'aria-hidden': 'true' },
          ...drawRung(segment, this.#columns, this.#texts),
          markup('text', { class: 'mark', x: 2, y: 25 }),
        ),
      ),
    );
    const later = [...this.#drawn.keys()].filter((other) => other > index);
    const next = later.length > 0 ? this.#drawn.get(Math.min(...later)) : undefined;
    this.node.insertBefore(rung, next ?? null);
    this.#drawn.set(index, rung);
    return rung;
  }

  /** Not by colour alone: a sign stands beside the frame number. */
  #mark(rung: SVGElement, index: number, isActive: boolean): void {
    const { chosen, relations } = this.#state;
    const isChosen = index === chosen;
    const isRelated =
      relations?.acknowledgedBy === index ||
      relations?.repeats === index ||
      relations?.acknowledges.includes(index) === true;
    const marks = [
      rungClass(this.#conversation.segments[index]!),
      ...(isChosen ? ['is-chosen'] : []),
      ...(isRelated ? ['is-related'] : []),
      ...(isActive ? ['is-active'] : []),
    ];
    rung.setAttribute('class', marks.join(' '));
    rung.setAttribute('aria-selected', String(isChosen));
    rung.querySelector('.mark')!.textContent = isChosen ? '▶' : isRelated ? '◆' : '';
  }
}
