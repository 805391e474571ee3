import { element } from '../dom.ts';
import type { LoadedConversation } from '../state/loaded-conversation.ts';
import type { PageState } from '../state/page-state.ts';
import type { PageTexts } from '../texts/page-texts.ts';
import { streamText } from '../texts/stream-text.ts';
import { FramePanel } from './frame-panel.ts';
import { LadderView } from './ladder-view.ts';
import { printedLadder } from './printed-ladder.ts';

/** The ladder with what it is read by, and the headers of a frame beside it. */
export function ladderSection(
  state: PageState,
  conversation: LoadedConversation,
  page: PageTexts,
): HTMLElement {
  const { ladder: texts, number } = page;
  const { ends } = page.terms;
  const { data } = conversation;
  const isTcp = data.protocol === 'TCP';
  const panel = new FramePanel(state, conversation, page);
  const view = new LadderView(state, conversation, page, (index) => panel.show(index));
  state.onChoice((move) => {
    view.choiceChanged(move);
    panel.show(state.chosen);
  });
  panel.show(state.chosen ?? 0);
  const heads = element(
    'div',
    { class: 'ends' },
    element('span', {}, `${ends.client} ${data.client}`),
    element('span', {}, `${ends.server} ${data.server}`),
  );
  return element(
    'section',
    { id: 'ladder' },
    element('h2', {}, texts.title(streamText(data))),
    element(
      'p',
      { class: 'about' },
      isTcp ? texts.about : texts.aboutDatagrams,
      ' ',
      startText(conversation, texts),
    ),
    element('div', { class: 'tools' }, goTo(state, texts), legend(texts, isTcp)),
    element(
      'div',
      { class: 'beside' },
      element('div', { class: 'ladder' }, heads, view.node, printedLadder(conversation, page)),
      panel.node,
    ),
    data.leftOut > 0 && element('p', { class: 'note' }, texts.leftOut(number(data.leftOut))),
  );
}

/** When the first segment was captured: all times in the ladder count from there. */
function startText({ data }: LoadedConversation, texts: PageTexts['ladder']): string {
  if (data.started === '') return '';
  return texts.started(data.started.slice(0, 19).replace('T', ' '));
}

/** A frame by its number, as Wireshark's Ctrl-G. */
function goTo(state: PageState, texts: PageTexts['ladder']): HTMLElement {
  const input = element('input', {
    id: 'go-to-frame',
    type: 'number',
    min: 1,
    inputmode: 'numeric',
  });
  const answer = element('output', { for: 'go-to-frame' });
  const form = element(
    'form',
    { class: 'go-to' },
    element('label', { for: 'go-to-frame' }, texts.goTo),
    input,
    element('button', {}, texts.go),
    answer,
  );
  form.addEventListener('submit', (event) => {
    event.preventDefault();
    const found = input.value !== '' && state.chooseFrame(Number(input.value), 'page');
    answer.textContent = found || input.value === '' ? '' : texts.noFrame(input.value);
  });
  return form;
}

function legend(texts: PageTexts['ladder'], isTcp: boolean): HTMLElement {
  const shown = isTcp ? Object.entries(texts.kinds) : [['unusual', texts.kinds.unusual] as const];
  const kinds = shown.map(([kind, text]) => element('li', { class: `kind kind-${kind}` }, text));
  const marks = [element('li', {}, `▶ ${texts.chosen}`), element('li', {}, `◆ ${texts.related}`)];
  return element('ul', { class: 'legend', 'aria-label': texts.legend }, ...kinds, ...marks);
}
