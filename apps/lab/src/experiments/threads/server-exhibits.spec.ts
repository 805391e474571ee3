import { describe, expect, it } from '@jest/globals';
import { drawnColors } from '@praktikum/testing';
import type { MeasuredServer } from './measured-server.ts';
import { serverExhibits, serverFindings } from './server-exhibits.ts';
import { barChart } from './bar-chart.ts';

const crowd = (clients: number, median: number, failed = 0) => ({
  clients,
  file: `mine-${clients}.json`,
  succeeded: clients - failed,
  failed,
  answered: 3 * (clients - failed),
  durationMs: 110 * clients,
  concurrency: 1,
  connecting: { min: 1, median: 2, max: 5 },
  waiting: { min: 1, median, max: 2 * median },
  roundTrip: { min: 0.5, median: 0.75, max: 2 },
});

const SERVER: MeasuredServer = {
  name: 'mine',
  label: { id: 'server saya', en: 'my server' },
  oneByOneFiles: ['mine-alone-1.json'],
  oneByOne: 440,
  crowds: [crowd(1, 2), crowd(4, 120), crowd(8, 300, 2)],
  chart: { clients: 8, svg: 'mine-8.svg', output: 'mine-8.txt', command: 'node praktikum' },
  seen: { file: 'mine-4.pcapng', frames: [7, 9], clients: 4, mostServed: 1, waited: 3 },
};
const sentences = (server: MeasuredServer) => serverFindings(server, 4).map(({ text }) => text.en);

describe('what was measured at a server', () => {
  it('is said in figures', () => {
    expect(sentences(SERVER)).toEqual([
      'A single client at my server: the round trip of a message took 0.75 ms (median).',
      'With 8 clients at once at my server, the 6 that were served waited 300 ms for their first answer (median), the longest 600 ms.',
      'Of 8 clients at once, my server served 1.0 at the same time, averaged over the whole time.',
      '4 clients at my server: one after the other 440 ms, at once 440 ms.',
      'Of 8 clients at once at my server, 2 failed; more were not tried.',
      'In the capture of 4 clients, 3 were answered only after another had gone.',
    ]);
  });

  it('says from how many clients on somebody was connected late', () => {
    const late = (clients: number, max: number) => ({
      ...crowd(clients, 2),
      connecting: { min: 1, median: 2, max },
    });
    const crowds = [late(1, 2), late(4, 1010), late(8, 1020), late(16, 3040)];
    expect(sentences({ ...SERVER, crowds }).filter((text) => text.includes('connected'))).toEqual([
      expect.stringContaining(
        '4 clients at once at my server, the last was connected only after 1,010 ms',
      ),
      expect.stringContaining(
        '16 clients at once at my server, the last was connected only after 3,040 ms',
      ),
    ]);
  });

  it('cites the file of each figure, and the frames of the capture', () => {
    const cites = serverFindings(SERVER, 4).flatMap((finding) => finding.cites);
    expect(cites[0]).toEqual({ file: 'mine-1.json', frames: [] });
    expect(cites.at(-1)).toEqual({ file: 'mine-4.pcapng', frames: [7, 9] });
  });

  it('says nothing of what no client has met', () => {
    const { clients, file, succeeded, failed, answered, durationMs } = crowd(1, 0, 1);
    const nobody = { clients, file, succeeded, failed, answered, durationMs };
    const all = [nobody, { ...nobody, clients: 4 }];
    expect(sentences({ ...SERVER, crowds: all })).toEqual([
      '4 clients at my server: one after the other 440 ms, at once 110 ms.',
      'Of 1 clients at once at my server, 1 failed; more were not tried.',
      'Of 4 clients at once at my server, 1 failed; more were not tried.',
      'In the capture of 4 clients, 3 were answered only after another had gone.',
    ]);
  });

  it('stands in a table, with the chart and the output below it', () => {
    const [table, chart, output] = serverExhibits(SERVER);
    expect(table).toMatchObject({ kind: 'table', id: 'mine-waiting' });
    expect(table?.kind === 'table' && table.rows[1]?.slice(0, 3)).toEqual([
      '4',
      { id: '5 ms', en: '5 ms' },
      { id: '120 ms', en: '120 ms' },
    ]);
    expect(chart).toMatchObject({ kind: 'picture', svg: { id: 'mine-8.svg', en: 'mine-8.svg' } });
    expect(output).toMatchObject({ kind: 'terminal', output: 'mine-8.txt' });
  });
});

describe('a bar chart', () => {
  const bar = (value: number) => ({ value, written: `${value} ms` });
  const chart = barChart({
    title: 'Wait & <see>',
    series: ['one', 'two'],
    groups: [
      { label: '1 client', bars: [bar(1), bar(2)] },
      { label: '2 clients', bars: [bar(40), undefined] },
    ],
  });

  it('is drawn, its series told apart without colour', async () => {
    expect((await drawnColors(chart)).size).toBeGreaterThan(2);
    expect(chart).toContain('Wait &amp; &lt;see&gt;');
    expect(chart.match(/ ms<\/text>/g)).toHaveLength(3);
    expect(chart).toContain('fill="#ffffff" stroke="#1f4e79"');
  });

  it('draws nothing beyond its width', () => {
    const bars = [...chart.matchAll(/<rect x="90" y="\d+" width="([\d.]+)"/g)];
    expect(bars).toHaveLength(3);
    for (const [, width] of bars) expect(90 + Number(width)).toBeLessThanOrEqual(640);
  });
});
