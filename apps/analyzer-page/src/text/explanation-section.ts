import type { ReportExplanation, ReportUnusual } from '@praktikum/capture-report';
import { element } from '../dom.ts';
import { scrollArea } from '../scroll-area.ts';
import type { LoadedConversation } from '../state/loaded-conversation.ts';
import type { PageState } from '../state/page-state.ts';
import type { PageTexts } from '../texts/page-texts.ts';
import { streamText } from '../texts/stream-text.ts';
import { frameButton, markFrameLinks, withFrameLinks } from './frame-links.ts';

/** What the terminal tells of a conversation: handshake, exchange, close, and what is unusual; or datagrams. */
export function explanationSection(
  state: PageState,
  { data }: LoadedConversation,
  told: ReportExplanation,
  texts: PageTexts,
): HTMLElement {
  const { handshake, exchange, close, unusual: other } = texts.terms;
  const paragraph = (text: string) => element('p', {}, ...withFrameLinks(state, text, texts));
  const part = (title: string, ...children: HTMLElement[]) =>
    element('div', { class: 'part' }, element('h3', {}, title), ...children);
  const section = element(
    'section',
    { id: 'explanation' },
    element('h2', {}, texts.explanation.title(streamText(data))),
    ...(data.protocol === 'UDP'
      ? [part(texts.explanation.datagrams, ...told.datagrams.map(paragraph))]
      : [
          part(handshake.title, ...told.handshake.map(paragraph), ...options(told, texts)),
          part(exchange.title, ...turns(told, state, texts)),
          part(close.title, ...told.close.map(paragraph)),
          part(other.title, ...unusual(told, state, texts), ...told.remarks.map(paragraph)),
        ]),
  );
  state.onChoice(() => markFrameLinks(section, state));
  markFrameLinks(section, state);
  return section;
}

function options({ options: rows }: ReportExplanation, texts: PageTexts): HTMLElement[] {
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
  return [scrollArea(label, table, texts)];
}

function turns(
  { turns: list, moreTurns }: ReportExplanation,
  state: PageState,
  texts: PageTexts,
): HTMLElement[] {
  const { nothing, note } = texts.terms.exchange;
  if (list.length === 0) return [element('p', {}, nothing)];
  const items = list.map(({ fromClient, said, text }) =>
    element(
      'li',
      { class: fromClient ? 'from-client' : 'from-server' },
      element('p', {}, ...withFrameLinks(state, said, texts)),
      text !== '' && element('code', {}, text),
    ),
  );
  const more = texts.explanation.moreTurns(texts.number(moreTurns));
  return [
    element('ol', { class: 'turns' }, ...items),
    ...(moreTurns > 0 ? [element('p', { class: 'note' }, more)] : []),
    element('p', { class: 'note' }, note),
  ];
}

function unusual(
  { unusual: list, remarks }: ReportExplanation,
  state: PageState,
  texts: PageTexts,
): HTMLElement[] {
  const { nothing } = texts.terms.unusual;
  if (list.length + remarks.length === 0) return [element('p', {}, nothing)];
  return list.map((group) => unusualGroup(group, state, texts));
}

function unusualGroup(
  { name, cause, frames, count, details }: ReportUnusual,
  state: PageState,
  texts: PageTexts,
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
      ...frames.map((frame) => frameButton(state, frame, texts)),
      rest > 0 && ` (+${texts.number(rest)})`,
    ),
    details.length > 0 &&
      element(
        'ul',
        {},
        ...details.map((text) => element('li', {}, ...withFrameLinks(state, text, texts))),
      ),
  );
}
