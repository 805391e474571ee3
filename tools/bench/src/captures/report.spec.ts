import { describe, expect, it } from '@jest/globals';
import { type CaptureReport, captureMarkdown } from './report.ts';

type Measured = CaptureReport['measured'][number];

const run = (facts: Partial<Measured>): Measured => ({
  ...{ name: 'analyzer', task: 'packets', size: 'large', round: 1 },
  ...{ cpu: 1, wall: 2, memory: 100, ...facts },
});

function lines(measured: readonly Measured[], missing: readonly string[] = []): string[] {
  const machine = {
    ...{ processor: 'a processor', cores: 2, memoryGiB: 4, system: 'linux' },
    versions: { node: 'v24.0.0' },
  };
  const startedAt = '2026-01-02T03:04:05.678Z';
  return captureMarkdown({ startedAt, machine, bytes: 4e6, missing, measured }).split('\n');
}

describe('captureMarkdown', () => {
  it('judges by the median of the rounds', () => {
    const rounds = [90, 500, 110].map((memory, index) => run({ round: index + 1, memory }));
    expect(lines(rounds)).toContain('| packets: memory in MB | 110.00 | 200.00 | met |');
    expect(lines([run({ memory: 201 })])).toContain(
      '| packets: memory in MB | 201.00 | 200.00 | missed |',
    );
  });

  it('relates our CPU to that of a peer', () => {
    const rounds = [run({ cpu: 1 }), run({ name: 'tshark', cpu: 4 })];
    expect(lines(rounds)).toContain('| packets: CPU, tshark = 1 | 0.25 | 0.33 | met |');
  });

  it('says what was not measured, and why', () => {
    const report = lines([run({})], ['tcptrace']);
    expect(report).toContain('| conversations: CPU, tcptrace = 1 | - | 1.00 | not measured |');
    expect(report).toContain('Not installed: tcptrace.');
    expect(lines([run({})]).join()).not.toContain('Not installed');
  });

  it('lists a row for every program and size', () => {
    const rounds = [
      ...[run({ cpu: 1 }), run({ cpu: 3, round: 2 }), run({ cpu: 1.5, round: 3 })],
      run({ name: 'tshark', cpu: 4.567, wall: 5, memory: 99.6 }),
    ];
    expect(lines(rounds)).toContain('| packets | large | analyzer | 1.50 | 2.00 | 100 |');
    expect(lines(rounds)).toContain('| packets | large | tshark | 4.57 | 5.00 | 100 |');
  });
});
