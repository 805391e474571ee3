import type { EChartsType } from 'echarts/core';
import { COLORS, type Palette } from '@praktikum/capture-report';
import { element } from '../dom.ts';
import type { LoadedConversation } from '../state/loaded-conversation.ts';
import type { PageState } from '../state/page-state.ts';
import type { PageTexts } from '../texts/page-texts.ts';
import { init } from './chart-library.ts';
import { graphOption, MOST_DRAWN_POINTS } from './graph-option.ts';
import type { Graph, Point } from './graph-points.ts';
import { pointTable } from './point-table.ts';
import { thinPoints } from './thin-points.ts';

const HEIGHT = 340;
/** Width of A4 between the margins, in the pixels of CSS. */
const PAPER_WIDTH = 660;
const SUMMARY_DIGITS = 5;

/** One graph with its title, how it is read, and its points as a table. */
export class GraphView {
  readonly node: HTMLElement;
  readonly #state: PageState;
  readonly #graph: Graph;
  readonly #texts: PageTexts;
  readonly #duration: number;
  readonly #frame = element('div', { class: 'chart' });
  readonly #note = element('p', { class: 'note', role: 'status' });
  #chart: EChartsType | undefined;
  #palette: Palette = COLORS.light;

  constructor(state: PageState, { segments }: LoadedConversation, graph: Graph, texts: PageTexts) {
    this.#state = state;
    this.#graph = graph;
    this.#texts = texts;
    this.#duration = (segments.at(-1)?.at ?? 0) / 1e9;
    const { title, about } = texts.graphs[graph.name];
    const isEmpty = graph.series.every(({ points }) => points.length === 0);
    this.#frame.setAttribute('role', 'img');
    this.#frame.setAttribute('aria-label', `${title}. ${this.#summary()}`);
    this.node = element(
      'figure',
      { class: 'graph', id: `graph-${graph.name}` },
      element('h3', {}, title),
      isEmpty ? element('p', { class: 'note' }, texts.graphs.empty) : this.#frame,
      this.#note,
      element('figcaption', {}, about, ' ', this.#summary()),
      !isEmpty && pointTable(graph, state, texts),
    );
  }

  /** Draws it; to be called when it is in the page and so has a width. */
  draw(onPaper = false): void {
    if (!this.#frame.isConnected) return;
    const dark = !onPaper && matchMedia('(prefers-color-scheme: dark)').matches;
    this.#palette = dark ? COLORS.dark : COLORS.light;
    const size = { width: onPaper ? PAPER_WIDTH : this.#frame.clientWidth, height: HEIGHT };
    this.#chart?.dispose();
    const chart = init(this.#frame, null, { renderer: 'svg', ...size });
    this.#chart = chart;
    const look = { texts: this.#texts, palette: this.#palette, duration: this.#duration, onPaper };
    chart.setOption(graphOption(this.#graph, look));
    chart.on('click', ({ value }) => {
      if (Array.isArray(value)) this.#state.chooseFrame(Number(value[2]), 'ladder');
    });
    chart.on('datazoom', () => this.#drawPoints());
    this.#drawPoints();
    this.mark();
  }

  resize(): void {
    this.#chart?.resize({ width: this.#frame.clientWidth });
  }

  dispose(): void {
    this.#chart?.dispose();
    this.#chart = undefined;
  }

  /** Shows where the chosen frame is: a line at its time, a ring around its points. */
  mark(): void {
    const { chosen, conversation } = this.#state;
    const segment = chosen === undefined ? undefined : conversation?.segments[chosen];
    const points = this.#graph.series.flatMap(({ points: all }) => {
      const found = all.find(([, , frame]) => frame === segment?.frame);
      return found ? [found] : [];
    });
    const isEarly = segment !== undefined && segment.at / 1e9 < this.#duration / 2;
    const { ink } = this.#palette;
    this.#chart?.setOption({
      series: [
        {
          id: 'chosen',
          name: this.#texts.graphs.series.chosen,
          type: 'scatter',
          symbol: 'circle',
          symbolSize: 16,
          z: 10,
          silent: true,
          itemStyle: { color: 'transparent', borderColor: ink, borderWidth: 2.5 },
          data: points,
          markLine: {
            silent: true,
            symbol: 'none',
            lineStyle: { color: ink, type: 'dotted', width: 1.5 },
            label: {
              formatter: segment ? `frame ${segment.frame}` : '',
              color: ink,
              align: isEarly ? 'left' : 'right',
              offset: [isEarly ? 6 : -6, 20],
            },
            data: segment ? [{ xAxis: segment.at / 1e9 }] : [],
          },
        },
      ],
    });
  }

  #drawPoints(): void {
    const { number, graphs } = this.#texts;
    const [from, to] = this.#range();
    let [drawn, all] = [0, 0];
    const series = this.#graph.series.map(({ name, points }) => {
      const thinned = thinPoints(points, from, to, MOST_DRAWN_POINTS);
      const inRange = points.filter(([seconds]) => seconds >= from && seconds <= to).length;
      drawn += Math.min(thinned.length, inRange);
      all += inRange;
      return { id: name, data: thinned as Point[] };
    });
    this.#chart?.setOption({ series });
    this.#note.textContent = drawn < all ? graphs.thinned(number(drawn), number(all)) : '';
  }

  /** The seconds in view. */
  #range(): [number, number] {
    const option = this.#chart?.getOption() as { dataZoom?: { start: number; end: number }[] };
    const { start = 0, end = 100 } = option.dataZoom?.[0] ?? {};
    return [(start / 100) * this.#duration, (end / 100) * this.#duration];
  }

  #summary(): string {
    const { number, graphs: texts } = this.#texts;
    return this.#graph.series
      .filter(({ points }) => points.length > 0)
      .map(({ name, points }) => {
        let [least, most] = [Infinity, -Infinity];
        for (const [, value] of points) {
          least = Math.min(least, value);
          most = Math.max(most, value);
        }
        const [from, to] = [least, most].map((value) => texts.rounded(value, SUMMARY_DIGITS));
        const said = texts.summary(number(points.length), from!, to!);
        return `${texts.series[name]}: ${said}`;
      })
      .join(' ');
  }
}
