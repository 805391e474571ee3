import { element } from '../dom.ts';
import type { PageState } from '../state/page-state.ts';
import type { PageTexts } from '../texts/page-texts.ts';

/** A button that goes to a frame. It is marked while that frame is the chosen one. */
export function frameButton(state: PageState, frame: number, texts: PageTexts): HTMLElement {
  const button = element(
    'button',
    {
      type: 'button',
      class: 'frame-link',
      'data-frame': frame,
      'aria-label': texts.frame(String(frame)),
    },
    String(frame),
  );
  button.addEventListener('click', () => state.chooseFrame(frame, 'page'));
  return button;
}

/** The word before frame numbers, the same in both languages: `frame 4, 7, 9`, `Frame 2:`. */
const FRAMES = /\b(frame )(\d+(?:(?:, | → )\d+)*)/gi;

/**
 * A paragraph whose frame numbers go to the frames; a number that is of another conversation stays text.
 */
export function withFrameLinks(
  state: PageState,
  text: string,
  texts: PageTexts,
): (Node | string)[] {
  const parts: (Node | string)[] = [];
  let from = 0;
  for (const match of text.matchAll(FRAMES)) {
    const [whole, word = '', numbers = ''] = match;
    parts.push(text.slice(from, match.index), word, ...links(state, numbers, texts));
    from = match.index + whole.length;
  }
  return [...parts, text.slice(from)];
}

function links(state: PageState, numbers: string, texts: PageTexts): (Node | string)[] {
  return numbers
    .split(/(\d+)/)
    .map((part) =>
      /^\d+$/.test(part) && state.conversation?.indexOf(Number(part)) !== undefined
        ? frameButton(state, Number(part), texts)
        : part,
    );
}

/** Marks every link to the chosen frame below an element. */
export function markFrameLinks(root: HTMLElement, state: PageState): void {
  const { chosen, conversation } = state;
  const frame = chosen === undefined ? undefined : conversation?.segments[chosen]?.frame;
  for (const link of root.querySelectorAll<HTMLElement>('.frame-link')) {
    if (Number(link.dataset['frame']) === frame) link.setAttribute('aria-current', 'true');
    else link.removeAttribute('aria-current');
  }
}
