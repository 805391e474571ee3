import { conversationSection } from './conversations/conversation-section.ts';
import { element } from './dom.ts';
import { graphSection } from './graphs/graph-section.ts';
import { ladderSection } from './ladder/ladder-section.ts';
import type { PageState } from './state/page-state.ts';
import { answerSection } from './text/answer-section.ts';
import { explanationSection } from './text/explanation-section.ts';
import { licences } from './text/licences.ts';
import { LANGUAGES } from './texts/languages.ts';
import type { PageTexts } from './texts/page-texts.ts';
import { PAGE_TEXTS } from './texts/texts.ts';

/**
 * Draws the whole page in the language that was chosen; what had the focus keeps it where it is still
 * there.
 */
export function drawPage(state: PageState): void {
  const texts = PAGE_TEXTS[state.language];
  const focused = document.activeElement?.id;
  const scrolled = window.scrollY;
  document.documentElement.lang = texts.lang;
  document.title = `${state.data.file}: ${texts.terms.title}`;
  const sections = sectionsOf(state, texts);
  document.getElementById('page')?.remove();
  document.body.append(
    element(
      'div',
      { id: 'page' },
      element('a', { class: 'skip', href: '#ladder' }, texts.skip),
      head(state, sections, texts),
      element('main', {}, ...sections),
      licences(texts),
    ),
  );
  if (focused) document.getElementById(focused)?.focus({ preventScroll: true });
  window.scrollTo(0, scrolled);
  document.dispatchEvent(new Event('page-drawn'));
}

function sectionsOf(state: PageState, texts: PageTexts): HTMLElement[] {
  const conversations = conversationSection(state, texts);
  const { conversation, language } = state;
  if (!conversation) return [conversations, element('p', {}, texts.nothing)];
  const { explanation, answers } = conversation.data;
  const spoken = answers.map(({ question, text, ...answer }) => ({
    ...answer,
    question: question[language],
    text: text[language],
  }));
  return [
    conversations,
    ladderSection(state, conversation, texts),
    explanationSection(state, conversation, explanation[language], texts),
    answerSection(state, conversation, spoken, texts),
    // Sequence numbers, windows and round trips are those of TCP.
    ...(conversation.data.protocol === 'TCP' ? [graphSection(state, conversation, texts)] : []),
  ];
}

function head(state: PageState, sections: readonly HTMLElement[], texts: PageTexts): HTMLElement {
  const { data } = state;
  const { terms, number } = texts;
  const lines = [
    texts.summary(number(data.packets), number(data.tcpCount), number(data.udpCount)),
    ...(data.filter === undefined
      ? []
      : [terms.filtered(data.filter, number(data.shown), number(data.packets))]),
    ...(data.dropped > 0 ? [terms.dropped(number(data.dropped))] : []),
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
    languageSwitch(state, texts.language),
    contents(sections, texts.contents),
  );
}

function languageSwitch(state: PageState, label: string): HTMLElement {
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
  return element('div', { class: 'languages', role: 'group', 'aria-label': label }, ...buttons);
}

function contents(sections: readonly HTMLElement[], label: string): HTMLElement {
  const links = sections.flatMap((section) => {
    const title = section.querySelector('h2')?.textContent;
    return title ? [element('a', { href: `#${section.id}` }, title)] : [];
  });
  return element('nav', { 'aria-label': label }, ...links);
}
