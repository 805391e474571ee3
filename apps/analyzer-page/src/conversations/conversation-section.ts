import { element } from '../dom.ts';
import type { PageState } from '../state/page-state.ts';
import type { PageTexts } from '../texts/page-texts.ts';
import { ConversationTable } from './conversation-table.ts';

/** The table of all conversations, with a filter above it. */
export function conversationSection(state: PageState, page: PageTexts): HTMLElement {
  const { data } = state;
  const { conversations: texts, number } = page;
  const shown = element('output', { id: 'conversations-shown', for: 'conversation-filter' });
  const table = new ConversationTable(state, page, (matching) => {
    shown.textContent = texts.shown(number(matching), number(data.rows.length));
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
  const all = data.tcpCount + data.udpCount;
  const hidden = all - data.rows.length;
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
    hidden > 0 && element('p', { class: 'note' }, texts.leftOut(number(hidden))),
    held < all && element('p', { class: 'note' }, texts.limited(number(held), number(all))),
  );
}
