import { init } from 'echarts';
import { threeDigits } from '../statistics.ts';
import { WORKERS, type Curve } from './curve.ts';
import type { ThreadSample } from './measure-curves.ts';
import { speedUp } from './speed-up.ts';

const SIZE = { width: 800, height: 420 };

/**
 * How many times as much as one Node thread the pool gets done, a line for each number of workers:
 * an SVG. Where a line is above 1, threads help.
 * @param machine what stands below the title
 */
export function curveChart(
  { name, title, axis, points }: Curve,
  samples: readonly ThreadSample[],
  machine: string,
): string {
  const chart = init(null, null, { renderer: 'svg', ssr: true, ...SIZE });
  const lines = WORKERS.map((workers) => ({
    name: `pool, ${workers} worker${workers === 1 ? '' : 's'}`,
    data: points.map(({ name: point }) => {
      const ratio = speedUp(samples, { curve: name, point, workers });
      return ratio === undefined ? null : threeDigits(ratio);
    }),
  }));
  chart.setOption({
    animation: false,
    title: {
      text: `${title}: throughput beside one Node thread`,
      subtext: machine,
      left: 'center',
    },
    legend: { bottom: 0, itemGap: 30 },
    grid: { left: 60, right: 40, top: 80, bottom: 90 },
    xAxis: { type: 'category', data: points.map((point) => point.name), name: axis, ...BELOW },
    yAxis: { type: 'value', min: 0, axisLabel: { formatter: '{value}×' } },
    series: [
      ...lines.map((line) => ({ ...line, type: 'line', ...LABELLED })),
      { name: 'one Node thread', type: 'line', data: points.map(() => 1), ...DASHED },
    ],
  });
  const svg = chart.renderToSVGString();
  chart.dispose();
  return `${svg}\n`;
}

const BELOW = { nameLocation: 'middle', nameGap: 30 } as const;
const LABELLED = {
  label: { show: true },
  labelLayout: { moveOverlap: 'shiftY' },
  symbolSize: 8,
} as const;
const DASHED = { symbol: 'none', lineStyle: { type: 'dashed' }, color: '#888' } as const;
