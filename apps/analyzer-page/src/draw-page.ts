import { countText, TERMS } from '@praktikum/capture-report';
import { conversationSection } from './conversations/conversation-section.ts';
import { element } from './dom.ts';
import { graphSection } from './graphs/graph-section.ts';
import { ladderSection } from './ladder/ladder-section.ts';
import type { PageState } from './state/page-state.ts';
import { answerSection } from './text/answer-section.ts';
import { explanationSection } from './text/explanation-section.ts';
import { licences } from './text/licences.ts';
import { LANGUAGES } from './texts/languages.ts';
import { PAGE_TEXTS } from './texts/texts.ts';

/** Draws the whole page; what had the focus keeps it where it is still there. */
export function drawPage(state: PageState): void {
  const texts = PAGE_TEXTS[state.language];
  const focused = document.activeElement?.id;
  const scrolled = window.scrollY;
  document.documentElement.lang = state.language;
  document.title = `${state.data.file}: ${TERMS[state.language].title}`;
  const sections = sectionsOf(state);
  document.getElementById('page')?.remove();
  document.body.append(
    element(
      'div',
      { id: 'page' },
      element('a', { class: 'skip', href: '#ladder' }, texts.skip),
      head(state, sections),
      element('main', {}, ...sections),
      licences(state),
    ),
  );
  if (focused) document.getElementById(focused)?.focus({ preventScroll: true });
  window.scrollTo(0, scrolled);
  document.dispatchEvent(new Event('page-drawn'));
}

function sectionsOf(state: PageState): HTMLElement[] {
  const conversations = conversationSection(state);
  const { conversation } = state;
  if (!conversation) {
    return [conversations, element('p', {}, PAGE_TEXTS[state.language].nothing)];
  }
  return [
    conversations,
    ladderSection(state, conversation),
    graphSection(state, conversation),
    explanationSection(state, conversation),
    answerSection(state, conversation),
  ];
}

function head(state: PageState, sections: readonly HTMLElement[]): HTMLElement {
  const { data, language } = state;
  const texts = PAGE_TEXTS[language];
  const terms = TERMS[language];
  const count = (value: number) => countText(value, language);
  const lines = [
    texts.summary(count(data.packets), count(data.tcpCount), count(data.udpCount)),
    ...(data.filter === undefined
      ? []
      : [terms.filtered(data.filter, count(data.shown), count(data.packets))]),
    ...(data.dropped > 0 ? [terms.dropped(count(data.dropped))] : []),
    ...(data.complete ? [] : [texts.incomplete]),
  ];
  return element(
    'header',
    {},
    element(
      'div',
      { class: 'titles' },
      element('h1', {}, data.file),
      ...lines.map((line) => element('p', {}, line)),
    ),
    languageSwitch(state),
    contents(sections, texts.contents),
  );
}

function languageSwitch(state: PageState): HTMLElement {
  const buttons = LANGUAGES.map(({ language, name }) => {
    const button = element(
      'button',
      {
        type: 'button',
        id: `speak-${language}`,
        lang: language,
        'aria-pressed': String(language === state.language),
      },
      name,
    );
    button.addEventListener('click', () => state.speak(language));
    return button;
  });
  const label = PAGE_TEXTS[state.language].language;
  return element('div', { class: 'languages', role: 'group', 'aria-label': label }, ...buttons);
}

function contents(sections: readonly HTMLElement[], label: string): HTMLElement {
  const links = sections.flatMap((section) => {
    const title = section.querySelector('h2')?.textContent;
    return title ? [element('a', { href: `#${section.id}` }, title)] : [];
  });
  return element('nav', { 'aria-label': label }, ...links);
}
