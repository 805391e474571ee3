import { countText } from '@praktikum/capture-report';
import { element } from '../dom.ts';
import type { PageState } from '../state/page-state.ts';
import { PAGE_TEXTS } from '../texts/texts.ts';
import { ConversationTable } from './conversation-table.ts';

/** The table of all conversations, with a filter above it. */
export function conversationSection(state: PageState): HTMLElement {
  const { data, language } = state;
  const { conversations: texts } = PAGE_TEXTS[language];
  const count = (value: number) => countText(value, language);
  const shown = element('output', { id: 'conversations-shown', for: 'conversation-filter' });
  const table = new ConversationTable(state, (matching) => {
    shown.textContent = texts.shown(count(matching), count(data.rows.length));
  });
  const filter = element('input', {
    id: 'conversation-filter',
    type: 'search',
    placeholder: texts.filterHint,
    autocomplete: 'off',
    spellcheck: 'false',
    value: state.tableFilter,
  });
  const apply = () => {
    state.tableFilter = filter.value;
    table.filter(filter.value);
  };
  filter.addEventListener('input', apply);
  apply();
  const hidden = data.tcpCount + data.udpCount - data.rows.length;
  const held = data.conversations.length;
  return element(
    'section',
    { id: 'conversations' },
    element('h2', {}, texts.title),
    element(
      'div',
      { class: 'tools' },
      element('label', { for: 'conversation-filter' }, texts.filter),
      filter,
      shown,
    ),
    table.node,
    hidden > 0 && element('p', { class: 'note' }, texts.leftOut(count(hidden))),
    held < data.tcpCount &&
      element('p', { class: 'note' }, texts.limited(count(held), count(data.tcpCount))),
  );
}
