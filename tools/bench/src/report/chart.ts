import { init } from 'echarts';
import { FIGURES, type Case } from '../cases/case.ts';
import { valuesOf, type Logging, type Sample } from '../samples.ts';
import { spreadOf, threeDigits } from '../statistics.ts';

const WIDTH = 800;
const ROW_HEIGHT = 44;
const FRAME_HEIGHT = 110;

/** The main figure of a case as bars, a peer a row, logging off and on beside each other: an SVG. */
export function renderChart({ name, main }: Case, samples: readonly Sample[]): string {
  const own = samples.filter((sample) => sample.case === name);
  const peers = [...new Set(own.map(({ peer }) => peer))];
  const loggings = [...new Set(own.map(({ logging }) => logging))];
  const height = FRAME_HEIGHT + ROW_HEIGHT * peers.length;
  const chart = init(null, null, { renderer: 'svg', ssr: true, width: WIDTH, height });
  chart.setOption({
    animation: false,
    title: { text: `${name}: ${FIGURES[main].what}`, left: 'center' },
    legend: { bottom: 0 },
    grid: { left: 190, right: 90, top: 45, bottom: 55 },
    xAxis: { type: 'value', name: FIGURES[main].unit },
    yAxis: { type: 'category', data: peers, inverse: true },
    series: loggings.map((logging) => ({
      name: `logging ${logging}`,
      type: 'bar',
      label: { show: true, position: 'right' },
      data: peers.map((peer) => medianOf(own, peer, logging)),
    })),
  });
  const svg = chart.renderToSVGString();
  chart.dispose();
  return svg;

  function medianOf(of: readonly Sample[], peer: string, logging: Logging): number | null {
    const values = [...valuesOf(of, { peer, case: name, logging, figure: main }).values()];
    return values.length === 0 ? null : threeDigits(spreadOf(values).median);
  }
}
