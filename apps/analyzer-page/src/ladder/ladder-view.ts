import { element } from '../dom.ts';
import type { LoadedConversation } from '../state/loaded-conversation.ts';
import type { Move, PageState } from '../state/page-state.ts';
import type { PageTexts } from '../texts/page-texts.ts';
import { keyTarget } from './ladder-keys.ts';
import { LadderPicture } from './ladder-picture.ts';
import { scrollToRung } from './scroll-to-rung.ts';

/**
 * The ladder of a conversation of any length: only the rungs in view are in the page. To a keyboard and
 * to a screen reader it is a list of which one item is active.
 */
export class LadderView {
  readonly node: HTMLElement;
  readonly #state: PageState;
  readonly #conversation: LoadedConversation;
  readonly #pointedAt: (index: number | undefined) => void;
  readonly #picture: LadderPicture;
  /** Where the keyboard stands. */
  #active: number;
  #waiting = false;
  /** The page was moved below the pointer: what it lies on now was not pointed at. */
  #movedBelowPointer = false;

  /** @param pointedAt told which segment the pointer or the keyboard is at; undefined: at none */
  constructor(
    state: PageState,
    conversation: LoadedConversation,
    texts: PageTexts,
    pointedAt: (index: number | undefined) => void,
  ) {
    this.#state = state;
    this.#conversation = conversation;
    this.#pointedAt = pointedAt;
    this.#active = state.chosen ?? 0;
    this.#picture = new LadderPicture(state, conversation, texts);
    const space = element('div', { class: 'space', role: 'presentation' }, this.#picture.node);
    space.style.height = `${conversation.layout.height}px`;
    const count = texts.number(conversation.layout.count);
    this.node = element(
      'div',
      {
        class: 'scroller',
        id: 'rungs',
        role: 'listbox',
        tabindex: 0,
        'aria-label': texts.ladder.label(count),
      },
      space,
    );
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
    const { layout } = this.#conversation;
    const to = keyTarget(event.key, this.#active, layout, this.node.clientHeight);
    if (to === undefined) return;
    event.preventDefault();
    if (to === 'choose') {
      this.#state.choose(this.#active, 'stay');
      return;
    }
    this.#active = to;
    this.#reveal(to, 'near');
    this.#draw();
    this.#pointedAt(to);
  }

  #reveal(index: number, where: 'middle' | 'near'): void {
    const { layout } = this.#conversation;
    const rung = [layout.top(index), layout.top(index + 1)] as const;
    this.node.scrollTop = scrollToRung(rung, this.node, where);
  }

  #resize(): void {
    const width = this.node.clientWidth;
    if (width !== 0 && width !== this.#picture.width) {
      this.#picture.fit(width);
      // The first time, when the page is drawn anew: what was chosen is still in view.
      if (this.#state.chosen !== undefined) this.#reveal(this.#state.chosen, 'middle');
    }
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
    const hasFocus = document.activeElement === this.node;
    this.#picture.draw(this.node, hasFocus ? this.#active : undefined);
    const active = this.#picture.idOf(this.#active);
    if (active !== undefined) this.node.setAttribute('aria-activedescendant', active);
    else this.node.removeAttribute('aria-activedescendant');
  }
}
