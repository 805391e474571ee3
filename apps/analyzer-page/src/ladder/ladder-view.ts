import {
  countText,
  drawRung,
  ladderColumns,
  type LadderColumns,
  markup,
  rungClass,
} from '@praktikum/capture-report';
import { element, svgNode } from '../dom.ts';
import type { LoadedConversation } from '../state/loaded-conversation.ts';
import type { Move, PageState } from '../state/page-state.ts';
import { PAGE_TEXTS } from '../texts/texts.ts';
import { rungDescription } from './rung-description.ts';

/** Pixels above and below the view that are drawn too, so that scrolling shows no blank. */
const OVERSCAN = 400;

/**
 * The ladder of a conversation of any length: only the rungs in view are in the page. To a keyboard and
 * to a screen reader it is a list of which one item is active.
 */
export class LadderView {
  readonly node: HTMLElement;
  readonly #state: PageState;
  readonly #conversation: LoadedConversation;
  readonly #pointedAt: (index: number | undefined) => void;
  readonly #space = element('div', { class: 'space', role: 'presentation' });
  readonly #picture: SVGElement;
  /** The rungs that are drawn, by their place. */
  readonly #drawn = new Map<number, SVGElement>();
  #columns: LadderColumns;
  /** Where the keyboard stands. */
  #active: number;
  #waiting = false;
  /** The page was moved below the pointer: what it lies on now was not pointed at. */
  #movedBelowPointer = false;

  /** @param pointedAt told which segment the pointer or the keyboard is at; undefined: at none */
  constructor(
    state: PageState,
    conversation: LoadedConversation,
    pointedAt: (index: number | undefined) => void,
  ) {
    this.#state = state;
    this.#conversation = conversation;
    this.#pointedAt = pointedAt;
    this.#active = state.chosen ?? 0;
    this.#columns = ladderColumns(600);
    this.#picture = svgNode(markup('svg', { role: 'presentation', class: 'rungs' }));
    const count = countText(conversation.layout.count, state.language);
    this.node = element(
      'div',
      {
        class: 'scroller',
        id: 'rungs',
        role: 'listbox',
        tabindex: 0,
        'aria-label': PAGE_TEXTS[state.language].ladder.label(count),
      },
      this.#space,
    );
    this.#space.style.height = `${conversation.layout.height}px`;
    this.#space.append(this.#picture);
    this.#listen();
  }

  /** Another segment was chosen: marks it and its relations, and leads there. */
  choiceChanged(move: Move): void {
    const { chosen } = this.#state;
    if (chosen !== undefined) {
      this.#active = chosen;
      if (move !== 'stay') this.#reveal(chosen, 'middle');
    }
    if (move === 'page') {
      this.#movedBelowPointer = true;
      this.node.scrollIntoView({ block: 'nearest' });
      this.node.focus({ preventScroll: true });
    }
    this.#draw();
  }

  #listen(): void {
    const { node } = this;
    node.addEventListener('scroll', () => this.#drawSoon(), { passive: true });
    new ResizeObserver(() => this.#resize()).observe(node);
    node.addEventListener('pointermove', (event) => {
      if (event.movementX !== 0 || event.movementY !== 0) this.#movedBelowPointer = false;
      if (!this.#movedBelowPointer) this.#pointedAt(this.#indexOf(event));
    });
    node.addEventListener('pointerleave', () => this.#pointedAt(this.#state.chosen));
    node.addEventListener('click', (event) => {
      const index = this.#indexOf(event);
      if (index !== undefined) this.#state.choose(index, 'stay');
    });
    node.addEventListener('keydown', (event) => this.#press(event));
    node.addEventListener('focus', () => this.#draw());
    node.addEventListener('blur', () => this.#draw());
  }

  #indexOf({ target }: Event): number | undefined {
    const rung = target instanceof Element ? target.closest<SVGElement>('.rung') : null;
    return rung ? Number(rung.dataset['index']) : undefined;
  }

  #press(event: KeyboardEvent): void {
    if (event.ctrlKey || event.altKey || event.metaKey) return;
    const to = this.#target(event.key);
    if (to === undefined) return;
    event.preventDefault();
    if (to === 'choose') {
      this.#state.choose(this.#active, 'stay');
      return;
    }
    this.#active = Math.min(Math.max(to, 0), this.#conversation.layout.count - 1);
    this.#reveal(this.#active, 'near');
    this.#draw();
    this.#pointedAt(this.#active);
  }

  #target(key: string): number | 'choose' | undefined {
    const { layout } = this.#conversation;
    const page = this.node.clientHeight * 0.85;
    switch (key) {
      case 'ArrowDown':
        return this.#active + 1;
      case 'ArrowUp':
        return this.#active - 1;
      case 'PageDown':
        return layout.indexAt(layout.top(this.#active) + page);
      case 'PageUp':
        return layout.indexAt(layout.top(this.#active) - page);
      case 'Home':
        return 0;
      case 'End':
        return layout.count - 1;
      case 'Enter':
      case ' ':
        return 'choose';
      default:
        return undefined;
    }
  }

  #reveal(index: number, where: 'middle' | 'near'): void {
    const { layout } = this.#conversation;
    const { node } = this;
    const [top, bottom] = [layout.top(index), layout.top(index + 1)];
    const view = node.clientHeight;
    if (where === 'middle') {
      if (top < node.scrollTop || bottom > node.scrollTop + view) node.scrollTop = top - view / 3;
    } else if (top < node.scrollTop) node.scrollTop = top;
    else if (bottom > node.scrollTop + view) node.scrollTop = bottom - view;
  }

  #resize(): void {
    const width = this.node.clientWidth;
    if (width === 0 || width === this.#columns.width) {
      this.#draw();
      return;
    }
    this.#columns = ladderColumns(width);
    for (const rung of this.#drawn.values()) rung.remove();
    this.#drawn.clear();
    // The first time, when the page is drawn anew: what was chosen is still in view.
    if (this.#state.chosen !== undefined) this.#reveal(this.#state.chosen, 'middle');
    this.#draw();
  }

  #drawSoon(): void {
    if (this.#waiting) return;
    this.#waiting = true;
    requestAnimationFrame(() => {
      this.#waiting = false;
      this.#draw();
    });
  }

  #draw(): void {
    const { layout } = this.#conversation;
    if (layout.count === 0) return;
    const { scrollTop, clientHeight } = this.node;
    const first = layout.indexAt(Math.max(0, scrollTop - OVERSCAN));
    const last = layout.indexAt(scrollTop + clientHeight + OVERSCAN);
    for (const [index, rung] of this.#drawn) {
      if (index >= first && index <= last) continue;
      rung.remove();
      this.#drawn.delete(index);
    }
    const top = layout.top(first);
    const height = layout.top(last + 1) - top;
    // Positions count from the first rung drawn: far down, SVG's numbers would not be exact.
    this.#picture.setAttribute('viewBox', `0 0 ${this.#columns.width} ${height}`);
    this.#picture.setAttribute('width', String(this.#columns.width));
    this.#picture.setAttribute('height', String(height));
    this.#picture.style.transform = `translateY(${top}px)`;
    for (let index = first; index <= last; index += 1) {
      const rung = this.#drawn.get(index) ?? this.#add(index);
      rung.setAttribute('transform', `translate(0 ${layout.top(index) - top})`);
      this.#mark(rung, index);
    }
    const active = this.#drawn.get(this.#active);
    if (active) this.node.setAttribute('aria-activedescendant', active.id);
    else this.node.removeAttribute('aria-activedescendant');
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
          'aria-label': rungDescription(segment, this.#state.language),
        },
        // The label says all of it, in words and in order.
        markup(
          'g',
          { 'aria-hidden': 'true' },
          ...drawRung(segment, this.#columns, this.#state.language),
          markup('text', { class: 'mark', x: 2, y: 25 }),
        ),
      ),
    );
    const later = [...this.#drawn.keys()].filter((other) => other > index);
    const next = later.length > 0 ? this.#drawn.get(Math.min(...later)) : undefined;
    this.#picture.insertBefore(rung, next ?? null);
    this.#drawn.set(index, rung);
    return rung;
  }

  /** Not by colour alone: a sign stands beside the frame number. */
  #mark(rung: SVGElement, index: number): void {
    const { chosen, relations } = this.#state;
    const isChosen = index === chosen;
    const isRelated =
      relations?.acknowledgedBy === index ||
      relations?.repeats === index ||
      relations?.acknowledges.includes(index) === true;
    const isActive = index === this.#active && document.activeElement === this.node;
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
