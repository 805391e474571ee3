import type { EChartsCoreOption } from 'echarts/core';
import type { Palette } from '@praktikum/capture-report';
import { element } from '../dom.ts';
import type { PageTexts } from '../texts/page-texts.ts';
import type { Graph, GraphSeries, Point } from './graph-points.ts';

/**
 * Points of one series that are drawn at once: each is an element of the page.
 * @unit points
 * @against a page that crawls
 * @provenBy ../../../analyzer/integration/long-report.spec.ts: scrolls through 10,000 frames with a page that stays small
 */
export const MOST_DRAWN_POINTS = 900;

/** From so many on, points are smaller, so that lines between them are still seen. */
const MANY_POINTS = 200;
/** Of the numbers at an axis: as short as they can be and still differ. */
const AXIS_DIGITS = 6;

/** What a graph looks like apart from its points. */
interface GraphLook {
  readonly texts: PageTexts;
  readonly palette: Palette;
  /** Seconds of the whole conversation. */
  readonly duration: number;
  /** Without what is only there to be moved. */
  readonly onPaper: boolean;
}

const SYMBOLS = { points: 'circle', triangles: 'triangle', steps: 'none', line: 'none' } as const;

const LEGEND_ICONS = {
  points: 'circle',
  triangles: 'triangle',
  steps: 'path://M0,4h18v3h-18z',
  line: 'path://M0,4h7v3h-7zM11,4h7v3h-7z',
} as const;

/** The option of ECharts for a graph; its points come with {@link pointsOption}. */
export function graphOption(graph: Graph, look: GraphLook): EChartsCoreOption {
  const { palette, duration, onPaper } = look;
  const { graphs: texts } = look.texts;
  const axis = {
    axisLine: { lineStyle: { color: palette.quiet } },
    axisLabel: { color: palette.quiet, hideOverlap: true },
    splitLine: { lineStyle: { color: palette.line, opacity: 0.5 } },
    nameTextStyle: { color: palette.quiet },
  };
  return {
    animation: false,
    textStyle: { fontFamily: 'system-ui, "DejaVu Sans", sans-serif' },
    grid: { left: 12, right: 24, top: 58, bottom: onPaper ? 36 : 78, containLabel: true },
    legend: {
      top: 0,
      left: 0,
      itemGap: 18,
      selectedMode: false,
      textStyle: { color: palette.ink },
      itemWidth: 18,
      itemHeight: 10,
      data: graph.series.map(({ name, kind }) => ({
        name: texts.series[name],
        icon: LEGEND_ICONS[kind],
      })),
    },
    tooltip: {
      trigger: 'item',
      backgroundColor: palette.raised,
      borderColor: palette.line,
      textStyle: { color: palette.ink },
      formatter: ({ seriesName, value }: { seriesName: string; value: Point }) =>
        element('span', {}, pointText(value, seriesName, look.texts)),
    },
    dataZoom: onPaper ? [] : zoom(palette),
    xAxis: {
      type: 'value',
      min: 0,
      max: duration || 1,
      name: texts.seconds,
      nameLocation: 'middle',
      nameGap: 28,
      ...axis,
      axisLabel: {
        ...axis.axisLabel,
        // The end of the capture is no round number.
        showMaxLabel: false,
        formatter: (value: number) => texts.rounded(value, AXIS_DIGITS),
      },
    },
    yAxis: {
      type: 'value',
      name: texts[graph.name].y,
      ...axis,
      nameTextStyle: { color: palette.quiet, align: 'left' },
      min: 0,
      // There is no half a byte.
      minInterval: graph.name === 'roundTrip' ? undefined : 1,
      axisLabel: {
        ...axis.axisLabel,
        formatter: (value: number) => texts.rounded(value, AXIS_DIGITS),
      },
    },
    series: graph.series.map((series) => seriesOption(series, look)),
  };
}

/** A slider below, and the mouse wheel with Ctrl: without it the wheel moves the page. */
function zoom(palette: Palette) {
  return [
    {
      type: 'slider',
      bottom: 8,
      height: 18,
      showDetail: false,
      brushSelect: false,
      filterMode: 'none',
      borderColor: palette.line,
      fillerColor: `${palette.focus}33`,
      handleStyle: { color: palette.focus },
    },
    { type: 'inside', zoomOnMouseWheel: 'ctrl', moveOnMouseMove: false, filterMode: 'none' },
  ];
}

function seriesOption({ name, kind, points }: GraphSeries, { texts, palette }: GraphLook) {
  const colors = {
    data: palette.data,
    repeated: palette.unusual,
    acknowledged: palette.syn,
    sample: palette.data,
    estimate: palette.unusual,
    offered: palette.syn,
    flight: palette.data,
    rate: palette.data,
    chosen: palette.ink,
  };
  const isLine = kind === 'steps' || kind === 'line';
  return {
    id: name,
    name: texts.graphs.series[name],
    type: isLine ? 'line' : 'scatter',
    step: kind === 'steps' ? 'end' : undefined,
    symbol: SYMBOLS[kind],
    symbolSize: kind === 'triangles' ? 12 : points.length > MANY_POINTS ? 3.5 : 6,
    color: colors[name],
    lineStyle: { width: 2, type: kind === 'line' ? 'dashed' : 'solid', color: colors[name] },
    // A line can be clicked as well as a point can.
    triggerLineEvent: isLine,
    emphasis: { disabled: true },
    clip: true,
    z: kind === 'triangles' ? 4 : 3,
    data: [],
  };
}

/** A point in words: `frame 12: 0,001234 detik, 1.460 (data)`. */
function pointText([seconds, value, frame]: Point, series: string, { number }: PageTexts): string {
  const shown = number(value, Number.isInteger(value) ? 0 : 3);
  return `frame ${frame}: ${number(seconds, 6)} s, ${shown} (${series})`;
}
