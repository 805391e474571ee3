import type { ChartRow } from './chart-rows.ts';
import type { SwarmTexts } from './texts.ts';

export interface SvgChartOptions {
  readonly texts: SwarmTexts;
  readonly title: string;
  readonly subtitle: string;
}

/** That of the text on A4, so that words are as big on paper as those around the picture. */
const WIDTH = 640;
const MARGIN = 20;
const TITLE_SIZE = 16;
/** Width of a bold letter of a wide font, as part of its size. */
const TITLE_LETTER = 0.65;
const ROW_HEIGHT = 20;
const ABOVE = 110;
const BELOW = 60;
/** Without quotation marks, which not every viewer takes. */
const FONT = 'system-ui, DejaVu Sans, Liberation Sans, Arial, sans-serif';

/** The terminal's chart as a picture, drawn by ECharts without a browser, for programs that are none. */
export async function svgChart(
  rows: readonly ChartRow[],
  { texts, title, subtitle }: SvgChartOptions,
): Promise<string> {
  const { init } = await import('echarts');
  const height = ABOVE + BELOW + Math.max(5, rows.length) * ROW_HEIGHT;
  const chart = init(null, null, { renderer: 'svg', ssr: true, width: WIDTH, height });
  const end = rows.reduce((latest, { to }) => Math.max(latest, to), 1);
  const bars = [
    // What lies before a client's start is a bar that nobody sees.
    { name: '', color: 'transparent', data: rows.map(({ from }) => from) },
    {
      name: texts.phases.connecting,
      color: '#e3e7eb',
      data: rows.map(({ from, connected }) => connected - from),
    },
    {
      name: texts.phases.waiting,
      color: '#e0a225',
      data: rows.map(({ connected, served }) => served - connected),
    },
    {
      name: texts.phases.served,
      color: '#17603f',
      data: rows.map(({ served, to }) => to - served),
    },
  ];
  chart.setOption({
    animation: false,
    backgroundColor: '#ffffff',
    textStyle: { fontFamily: FONT },
    title: {
      text: title,
      subtext: subtitle,
      left: MARGIN,
      top: 14,
      textStyle: { fontSize: titleSize(title) },
    },
    legend: {
      data: bars.slice(1).map(({ name }) => name),
      right: MARGIN,
      top: 74,
      selectedMode: false,
      itemWidth: 16,
      // Room for fonts that are wider than the ones ECharts reckons with.
      itemGap: 36,
    },
    grid: { left: 70, right: 30, top: ABOVE, bottom: BELOW },
    xAxis: {
      type: 'value',
      name: texts.axes.time,
      nameLocation: 'middle',
      nameGap: 30,
      max: end,
      axisLabel: {
        formatter: (ms: number) => texts.number(ms, end < 10 ? 1 : 0),
        hideOverlap: true,
        showMaxLabel: false,
      },
    },
    yAxis: {
      type: 'category',
      name: texts.axes.clients,
      nameLocation: 'start',
      inverse: true,
      data: rows.map(({ label, failed }) => (failed > 0 ? `✗ ${label}` : label)),
      axisTick: { show: false },
    },
    series: bars.map(({ name, color, data }) => ({
      type: 'bar',
      stack: 'life',
      name,
      data,
      itemStyle: { color },
      barWidth: '70%',
    })),
  });
  const svg = chart.renderToSVGString();
  chart.dispose();
  return withPlainAttributes(svg);
}

/** The name of a server may be long; the title has one line. */
function titleSize(title: string): number {
  const fitting = (WIDTH - 2 * MARGIN) / (title.length * TITLE_LETTER);
  return Math.min(TITLE_SIZE, Math.floor(fitting));
}

/**
 * Word processors and many viewers know neither style sheets nor `dominant-baseline`. ECharts writes
 * `<text dominant-baseline="central" style="font-size:12px;font-family:sans-serif;" …>`, and rules for a
 * mouse that points at a bar.
 */
function withPlainAttributes(svg: string): string {
  return svg
    .replace(/<style.*?<\/style>/s, '')
    .replace(/ class="zr[^"]*"/g, '')
    .replaceAll(' dominant-baseline="central"', ' dy="0.35em"')
    .replace(/ style="([^"]*)"/g, (_, style: string) =>
      style.replace(/([\w-]+):([^;]*);?/g, ' $1="$2"'),
    );
}
