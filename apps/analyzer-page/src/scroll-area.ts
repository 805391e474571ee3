import { element } from './dom.ts';
import type { PageTexts } from './texts/page-texts.ts';

/**
 * Holds what may be wider than a small screen. Where it is, a line above says that it scrolls, its edge
 * fades, and the keyboard reaches it.
 * @param label what a screen reader calls it
 */
export function scrollArea(
  label: string,
  content: HTMLElement,
  { scroll }: PageTexts,
): HTMLElement {
  const scroller = element(
    'div',
    { class: 'scrolls', role: 'region', 'aria-label': label },
    content,
  );
  const cue = element('p', { class: 'scroll-cue', 'aria-hidden': 'true' }, scroll);
  const area = element('div', { class: 'scroll-area' }, cue, scroller);
  const look = () => {
    const { scrollWidth, clientWidth, scrollHeight, clientHeight, scrollLeft } = scroller;
    const beyond = scrollWidth - clientWidth;
    area.classList.toggle('is-wider', beyond > 1);
    area.classList.toggle('is-at-end', scrollLeft >= beyond - 1);
    if (beyond > 1 || scrollHeight - clientHeight > 1) scroller.tabIndex = 0;
    else scroller.removeAttribute('tabindex');
  };
  const observer = new ResizeObserver(look);
  observer.observe(scroller);
  observer.observe(content);
  scroller.addEventListener('scroll', look, { passive: true });
  return area;
}
