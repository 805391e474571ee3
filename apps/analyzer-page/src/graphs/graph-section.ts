import { element } from '../dom.ts';
import type { LoadedConversation } from '../state/loaded-conversation.ts';
import type { PageState } from '../state/page-state.ts';
import type { PageTexts } from '../texts/page-texts.ts';
import { graphsOf, sendsMore } from './graph-points.ts';
import { GraphView } from './graph-view.ts';

/** The listeners of the page as it was drawn last; the next drawing ends them. */
let ended = new AbortController();

/** Fewer segments with data make no graph: two points in the corners of four empty frames. */
const LEAST_DATA_SEGMENTS = 4;

/** The four graphs of the data of one side, with a choice of the side. */
export function graphSection(
  state: PageState,
  conversation: LoadedConversation,
  page: PageTexts,
): HTMLElement {
  ended.abort();
  ended = new AbortController();
  const { signal } = ended;
  const { graphs: texts } = page;
  const grid = element('div', { class: 'graphs' });
  let views: GraphView[] = [];
  const show = (fromClient: boolean) => {
    state.graphsOfClient = fromClient;
    for (const view of views) view.dispose();
    const { segments } = conversation;
    const sent = segments.filter((one) => one.fromClient === fromClient && one.length > 0).length;
    const isShort = sent < LEAST_DATA_SEGMENTS;
    views = isShort
      ? []
      : graphsOf(segments, fromClient).map(
          (graph) => new GraphView(state, conversation, graph, page),
        );
    const name = page.terms.ends[fromClient ? 'client' : 'server'];
    const note = element('p', { class: 'note' }, texts.tooShort(name, page.number(sent)));
    grid.replaceChildren(...(isShort ? [note] : views.map(({ node }) => node)));
    for (const view of views) view.draw();
  };
  const redraw = (onPaper: boolean) => () => {
    for (const view of views) view.draw(onPaper);
  };
  const fromClient = state.graphsOfClient ?? sendsMore(conversation.segments);
  document.addEventListener('page-drawn', () => show(fromClient), { signal, once: true });
  addEventListener('beforeprint', redraw(true), { signal });
  addEventListener('afterprint', redraw(false), { signal });
  matchMedia('(prefers-color-scheme: dark)').addEventListener('change', redraw(false), { signal });
  addEventListener(
    'resize',
    () => {
      for (const view of views) view.resize();
    },
    { signal },
  );
  state.onChoice(() => {
    for (const view of views) view.mark();
  });
  return element(
    'section',
    { id: 'graphs' },
    element('h2', {}, texts.title),
    element('p', { class: 'about' }, texts.about),
    element('div', { class: 'tools' }, ...side(page, fromClient, show)),
    grid,
  );
}

function side(
  { terms: { ends }, graphs: { direction } }: PageTexts,
  fromClient: boolean,
  show: (fromClient: boolean) => void,
): HTMLElement[] {
  const option = (value: string, text: string, selected: boolean) =>
    element('option', { value, selected }, text);
  const select = element(
    'select',
    { id: 'graph-side' },
    option('client', ends.client, fromClient),
    option('server', ends.server, !fromClient),
  );
  select.addEventListener('change', () => show(select.value === 'client'));
  return [element('label', { for: 'graph-side' }, direction), select];
}
