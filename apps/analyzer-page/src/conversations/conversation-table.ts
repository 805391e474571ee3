import type { ConversationRow } from '@praktikum/capture-report';
import { element } from '../dom.ts';
import { scrollArea } from '../scroll-area.ts';
import type { PageState } from '../state/page-state.ts';
import {
  CONVERSATION_COLUMNS,
  type ConversationColumn,
  type PageTexts,
} from '../texts/page-texts.ts';
import { streamText } from '../texts/stream-text.ts';
import { type Order, sortRows } from './sort-rows.ts';

/** Rows that are drawn at first, and with each press of the button below. */
const ROWS_AT_ONCE = 100;
const NUMBERS: ReadonlySet<ConversationColumn> = new Set([
  'stream',
  'frames',
  'sent',
  'received',
  'duration',
  'retransmissions',
]);

/** The conversations as a table that can be sorted and filtered. */
export class ConversationTable {
  readonly node: HTMLElement;
  readonly #state: PageState;
  readonly #texts: PageTexts;
  readonly #body = element('tbody');
  readonly #heads = new Map<ConversationColumn, HTMLElement>();
  readonly #more = element('button', { type: 'button', class: 'more' });
  readonly #shown: (matching: number) => void;
  readonly #held: ReadonlySet<string>;
  readonly #searchTexts = new Map<ConversationRow, string>();
  #words: readonly string[] = [];
  #order: Order | undefined;
  #limit = ROWS_AT_ONCE;

  /** @param shown told how many rows fit the filter */
  constructor(state: PageState, texts: PageTexts, shown: (matching: number) => void) {
    this.#state = state;
    this.#texts = texts;
    this.#shown = shown;
    this.#held = new Set(state.data.conversations.map(keyOf));
    const { caption, title } = texts.conversations;
    this.#more.addEventListener('click', () => {
      this.#limit += ROWS_AT_ONCE;
      this.#draw();
    });
    const table = element(
      'table',
      { class: 'conversations' },
      element('caption', { class: 'unseen' }, caption),
      element(
        'thead',
        {},
        element('tr', {}, ...CONVERSATION_COLUMNS.map((name) => this.#head(name))),
      ),
      this.#body,
    );
    this.node = element('div', {}, scrollArea(title, table, texts), this.#more);
    this.#draw();
  }

  /** Shows the rows that hold every word, in any letter case. */
  filter(text: string): void {
    this.#words = text.toLowerCase().split(/\s+/).filter(Boolean);
    this.#limit = ROWS_AT_ONCE;
    this.#draw();
  }

  #head(column: ConversationColumn): HTMLElement {
    const { conversations: texts } = this.#texts;
    const button = element(
      'button',
      { type: 'button', id: `sort-${column}`, title: texts.sort },
      texts.columns[column],
    );
    button.addEventListener('click', () => this.#sortBy(column));
    const kind = NUMBERS.has(column) ? 'number' : undefined;
    const head = element('th', { scope: 'col', class: kind, 'aria-sort': 'none' }, button);
    this.#heads.set(column, head);
    return head;
  }

  #sortBy(column: ConversationColumn): void {
    const again = this.#order?.column === column;
    this.#order = { column, descending: again ? !this.#order!.descending : false };
    for (const [name, head] of this.#heads) {
      const direction = this.#order.descending ? 'descending' : 'ascending';
      head.setAttribute('aria-sort', name === column ? direction : 'none');
    }
    this.#draw();
  }

  #draw(): void {
    const { data } = this.#state;
    const fitting = data.rows.filter((row) =>
      this.#words.every((word) => this.#searchText(row).includes(word)),
    );
    const sorted = this.#order ? sortRows(fitting, this.#order) : fitting;
    this.#body.replaceChildren(...sorted.slice(0, this.#limit).map((row) => this.#row(row)));
    const hidden = Math.max(0, sorted.length - this.#limit);
    this.#more.hidden = hidden === 0;
    const next = this.#texts.number(Math.min(hidden, ROWS_AT_ONCE));
    this.#more.textContent = this.#texts.conversations.more(next);
    this.#shown(fitting.length);
  }

  /** What the words of the filter are looked for in; made once, since a table may be long. */
  #searchText(row: ConversationRow): string {
    const known = this.#searchTexts.get(row);
    if (known !== undefined) return known;
    const text = [...this.#cells(row).values()].join(' ').toLowerCase();
    this.#searchTexts.set(row, text);
    return text;
  }

  #row(row: ConversationRow): HTMLElement {
    const { conversation } = this.#state;
    const held = this.#held.has(keyOf(row));
    const isShown = conversation !== undefined && keyOf(conversation.data) === keyOf(row);
    const cells = [...this.#cells(row)].map(([column, text]) =>
      element(
        'td',
        { class: NUMBERS.has(column) ? 'number' : undefined },
        column === 'stream' && held ? this.#button(row, isShown) : text,
      ),
    );
    const made = element(
      'tr',
      { class: held ? 'held' : '', 'aria-current': isShown && 'true' },
      ...cells,
    );
    if (held) made.addEventListener('click', () => this.#state.showConversation(row));
    else made.title = this.#texts.conversations.notIncluded;
    return made;
  }

  #button(row: ConversationRow, pressed: boolean): HTMLElement {
    const { conversations: texts } = this.#texts;
    return element(
      'button',
      {
        type: 'button',
        id: keyOf(row),
        'aria-label': texts.select(streamText(row)),
        'aria-pressed': String(pressed),
      },
      String(row.stream),
    );
  }

  #cells(row: ConversationRow): Map<ConversationColumn, string> {
    const { terms, number } = this.#texts;
    const { ending, unanswered } = terms;
    const endings: Readonly<Record<string, string>> = { ...ending, unanswered };
    const isTcp = row.protocol === 'TCP';
    return new Map<ConversationColumn, string>([
      ['stream', String(row.stream)],
      ['protocol', row.protocol],
      ['client', row.client],
      ['server', row.server],
      ['frames', number(row.frames)],
      ['sent', number(row.sent)],
      ['received', number(row.received)],
      ['duration', row.duration < 0 ? '' : number(row.duration, 3)],
      ['retransmissions', isTcp ? number(row.retransmissions) : ''],
      ['ending', endings[row.ending] ?? row.ending],
    ]);
  }
}

/** Names a conversation in the page: `stream-0`, and of UDP `udp-stream-0`. */
function keyOf({ protocol, stream }: Pick<ConversationRow, 'protocol' | 'stream'>): string {
  return protocol === 'TCP' ? `stream-${stream}` : `udp-stream-${stream}`;
}
