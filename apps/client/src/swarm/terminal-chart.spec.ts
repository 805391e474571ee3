import { PassThrough } from 'node:stream';
import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { SWARM_TEXTS } from './texts.ts';
import { terminalChart } from './terminal-chart.ts';

const draw = (rows: Parameters<typeof terminalChart>[0], width = 40) =>
  terminalChart(rows, { texts: SWARM_TEXTS.en, width, stream: new PassThrough() }).split('\n');

const row = (label: string, connected: number, served: number, to: number, failed = 0) => ({
  label,
  from: 0,
  connected,
  served,
  to,
  failed,
});

describe('terminalChart', () => {
  it('draws a queue as a staircase', () => {
    // 30 cells for 30 ms.
    expect(draw([row('1', 0, 0, 10), row('2', 0, 10, 20), row('3', 0, 20, 30)])).toEqual([
      '· connecting   ░ waiting its turn   █ served',
      'client 0 ──────────────────── 30.0 ms',
      '     1 ██████████',
      '     2 ░░░░░░░░░░██████████',
      '     3 ░░░░░░░░░░░░░░░░░░░░██████████',
    ]);
  });

  it('shows service that is shorter than a cell', () => {
    const [, , first] = draw([row('1', 0, 99.9, 100), row('2', 0, 0, 1000)]);
    expect(first).toMatch(/^ +1 ░*█$/);
  });

  it('marks a failure', () => {
    const [legend, , first] = draw([row('1', 5, 30, 30, 1)]);
    expect(legend).toContain('✗ failed');
    expect(first).toMatch(/·░+✗$/);
  });

  it('never grows wider than the terminal', () => {
    const time = fc.double({ min: 0, max: 1e6, noNaN: true });
    const anyRow = fc.tuple(time, time, time, time).map((times) => {
      const [from, connected, served, to] = times.sort((a, b) => a - b);
      return {
        label: '9971–9999',
        from: from!,
        connected: connected!,
        served: served!,
        to: to!,
        failed: 1,
      };
    });
    fc.assert(
      fc.property(fc.array(anyRow, { minLength: 1, maxLength: 40 }), (rows) => {
        const [, ...lines] = draw(rows, 60);
        for (const line of lines) expect([...line].length).toBeLessThanOrEqual(60);
      }),
    );
  });
});
