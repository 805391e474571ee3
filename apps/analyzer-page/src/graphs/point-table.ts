import { element } from '../dom.ts';
import type { PageState } from '../state/page-state.ts';
import { frameButton } from '../text/frame-links.ts';
import type { PageTexts } from '../texts/page-texts.ts';
import type { Graph } from './graph-points.ts';

/**
 * Rows of the table below a graph; the rest is counted.
 * @unit rows
 * @against a page that crawls
 * @provenBy ../../../analyzer/integration/long-report.spec.ts: scrolls through 10,000 frames with a page that stays small
 */
const MOST_ROWS = 200;

/** The points of a graph in numbers, drawn when it is opened. */
export function pointTable(graph: Graph, state: PageState, texts: PageTexts): HTMLElement {
  const summary = element('summary', {}, texts.graphs.asTable);
  const details = element('details', { class: 'points' }, summary);
  details.addEventListener('toggle', () => {
    if (!details.open || details.childElementCount > 1) return;
    details.append(...content(graph, state, texts));
  });
  return details;
}

function content(graph: Graph, state: PageState, page: PageTexts): HTMLElement[] {
  const { graphs: texts, conversations, number } = page;
  const all = graph.series.flatMap(({ name, points }) => points.map((point) => ({ name, point })));
  const rows = all
    .slice(0, MOST_ROWS)
    .map(({ name, point: [seconds, value, frame] }) =>
      element(
        'tr',
        {},
        element('td', {}, texts.series[name]),
        element('td', { class: 'number' }, frameButton(state, frame, page)),
        element('td', { class: 'number' }, number(seconds, 6)),
        element('td', { class: 'number' }, texts.value(value)),
      ),
    );
  const heads = ['', 'frame', conversations.columns.duration, texts[graph.name].y];
  const head = element('tr', {}, ...heads.map((text) => element('th', { scope: 'col' }, text)));
  const table = element('table', {}, element('thead', {}, head), element('tbody', {}, ...rows));
  const cut = texts.tableCut(number(rows.length), number(all.length));
  return [
    element(
      'div',
      { class: 'scrolls', tabindex: 0, role: 'region', 'aria-label': texts.asTable },
      table,
    ),
    ...(rows.length < all.length ? [element('p', { class: 'note' }, cut)] : []),
  ];
}
