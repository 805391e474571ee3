import {
  countText,
  type ReportExplanation,
  type ReportUnusual,
  TERMS,
} from '@praktikum/capture-report';
import { element } from '../dom.ts';
import type { LoadedConversation } from '../state/loaded-conversation.ts';
import type { PageState } from '../state/page-state.ts';
import { PAGE_TEXTS } from '../texts/texts.ts';
import { frameButton, markFrameLinks, withFrameLinks } from './frame-links.ts';

/** What the terminal tells of a conversation: handshake, exchange, close, and what is unusual. */
export function explanationSection(state: PageState, { data }: LoadedConversation): HTMLElement {
  const { language } = state;
  const texts = TERMS[language];
  const told = data.explanation[language];
  const paragraph = (text: string) => element('p', {}, ...withFrameLinks(state, text));
  const part = (title: string, ...children: HTMLElement[]) =>
    element('div', { class: 'part' }, element('h3', {}, title), ...children);
  const section = element(
    'section',
    { id: 'explanation' },
    element('h2', {}, PAGE_TEXTS[language].explanation.title(String(data.stream))),
    part(texts.handshake.title, ...told.handshake.map(paragraph), ...options(told)),
    part(texts.exchange.title, ...turns(told, state)),
    part(texts.close.title, ...told.close.map(paragraph)),
    part(texts.unusual.title, ...unusual(told, state), ...told.remarks.map(paragraph)),
  );
  state.onChoice(() => markFrameLinks(section, state));
  markFrameLinks(section, state);
  return section;
}

function options({ options: rows }: ReportExplanation): HTMLElement[] {
  const [heads, ...body] = rows;
  if (!heads) return [];
  const head = element('tr', {}, ...heads.map((text) => element('th', { scope: 'col' }, text)));
  const lines = body.map(([name = '', ...cells]) =>
    element(
      'tr',
      {},
      element('th', { scope: 'row' }, name),
      ...cells.map((text) => element('td', {}, text)),
    ),
  );
  const table = element('table', {}, element('thead', {}, head), element('tbody', {}, ...lines));
  const [label = ''] = heads;
  return [
    element('div', { class: 'scrolls', tabindex: 0, role: 'region', 'aria-label': label }, table),
  ];
}

function turns({ turns: list, moreTurns }: ReportExplanation, state: PageState): HTMLElement[] {
  const { language } = state;
  const { exchange: texts } = TERMS[language];
  if (list.length === 0) return [element('p', {}, texts.nothing)];
  const items = list.map(({ fromClient, said, text }) =>
    element(
      'li',
      { class: fromClient ? 'from-client' : 'from-server' },
      element('p', {}, ...withFrameLinks(state, said)),
      text !== '' && element('code', {}, text),
    ),
  );
  const more = PAGE_TEXTS[language].explanation.moreTurns(countText(moreTurns, language));
  return [
    element('ol', { class: 'turns' }, ...items),
    ...(moreTurns > 0 ? [element('p', { class: 'note' }, more)] : []),
    element('p', { class: 'note' }, texts.note),
  ];
}

function unusual({ unusual: list, remarks }: ReportExplanation, state: PageState): HTMLElement[] {
  const { unusual: texts } = TERMS[state.language];
  if (list.length + remarks.length === 0) return [element('p', {}, texts.nothing)];
  return list.map((group) => unusualGroup(group, state));
}

function unusualGroup(
  { name, cause, frames, count, details }: ReportUnusual,
  state: PageState,
): HTMLElement {
  const rest = count - frames.length;
  return element(
    'div',
    { class: 'group' },
    element('h4', {}, name),
    element('p', {}, cause),
    element(
      'p',
      { class: 'frames' },
      'frame ',
      ...frames.map((frame) => frameButton(state, frame)),
      rest > 0 && ` (+${countText(rest, state.language)})`,
    ),
    details.length > 0 &&
      element(
        'ul',
        {},
        ...details.map((text) => element('li', {}, ...withFrameLinks(state, text))),
      ),
  );
}
