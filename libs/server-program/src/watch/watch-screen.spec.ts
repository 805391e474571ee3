import { describe, expect, it } from '@jest/globals';
import { poolRates } from './pool-rates.ts';
import { WATCH_TEXTS } from './watch-texts.ts';
import { watchScreen, type ScreenOptions } from './watch-screen.ts';

const DELAY = { mean: 0, p99: 0, max: 0 };
const worker = (number: number, fields = {}) => ({
  worker: number,
  state: 'ready' as const,
  responsive: true,
  connections: 0,
  utilization: 0,
  loopDelayMs: DELAY,
  served: 0,
  bytesRead: 0,
  bytesWritten: 0,
  handshakes: 0,
  handshakeFailures: 0,
  ...fields,
});
const pool = (workers: ReturnType<typeof worker>[], fields = {}) => ({
  accepted: 0,
  active: 0,
  queued: 0,
  refused: 0,
  restarts: 0,
  retired: 0,
  workers,
  ...fields,
});

const OPTIONS: ScreenOptions = {
  title: 'Server berjalan di 127.0.0.1:12345',
  texts: WATCH_TEXTS.id,
  columns: 80,
  rows: 24,
  notices: [],
  peak: 3_000_000,
};

const BEFORE = pool([worker(1), worker(2)]);
const NOW = pool(
  [
    worker(1, { connections: 1200, utilization: 0.5, bytesRead: 1_000_000, bytesWritten: 500_000 }),
    worker(2, { connections: 1199, utilization: 1, bytesRead: 3_000_000 }),
  ],
  { accepted: 500, active: 2399, queued: 3, refused: 1 },
);

describe('watchScreen', () => {
  it('shows each worker as a row with bars, within 80 columns', () => {
    const lines = watchScreen(poolRates(BEFORE, NOW, 1), OPTIONS);
    expect(lines).toEqual([
      ' Server berjalan di 127.0.0.1:12345',
      ' dilayani 2.399 · menunggu 3 · ditolak 1 · baru 500/s · worker diganti 0',
      '',
      ' worker  koneksi  beban                      lalu lintas',
      '      1    1.200  █████████░░░░░░░░░  50 %   █████████░░░░░░░░░   1,5 MB/s',
      '      2    1.199  ██████████████████ 100 %   ██████████████████     3 MB/s',
      '',
      ' r + Enter: muat ulang · Ctrl-C: berhenti',
    ]);
  });

  it('leaves out the bars rather than a figure, in 40 columns', () => {
    const lines = watchScreen(poolRates(BEFORE, NOW, 1), { ...OPTIONS, columns: 40 });
    expect(lines.slice(3, 6)).toEqual([
      ' worker  koneksi  beban    lalu lintas',
      '      1    1.200    50 %      1,5 MB/s',
      '      2    1.199   100 %        3 MB/s',
    ]);
  });

  it('says of a worker that it does not serve, in the place of its bars', () => {
    const stats = pool([worker(1, { responsive: false }), worker(2, { state: 'starting' })]);
    const lines = watchScreen(poolRates(BEFORE, stats, 1), { ...OPTIONS, texts: WATCH_TEXTS.en });
    expect(lines.slice(4, 6)).toEqual([
      '      1        0  does not answer',
      '      2        0  starting',
    ]);
  });

  it('says how many workers of before a reload still serve', () => {
    const stats = { ...NOW, retired: 2 };
    expect(watchScreen(poolRates(BEFORE, stats, 1), OPTIONS)).toContain(
      ' 2 worker lama masih melayani client-nya setelah muat ulang',
    );
  });

  it('is never wider or higher than the terminal', () => {
    const many = pool(Array.from({ length: 64 }, (_, at) => worker(at + 1)));
    const notices = ['satu', 'dua', 'tiga '.repeat(30)];
    const options = { ...OPTIONS, columns: 40, rows: 16, notices };
    const lines = watchScreen(poolRates(many, many, 1), options);
    expect(lines.length).toBeLessThanOrEqual(16);
    expect(Math.max(...lines.map((line) => line.length))).toBeLessThanOrEqual(40);
    expect(lines).toContain(' … dan 59 worker lagi');
    for (const rows of [7, 3, 1]) {
      const few = watchScreen(poolRates(many, many, 1), { ...options, rows });
      expect(few).toHaveLength(rows);
      expect(few[0]).toContain(OPTIONS.title);
    }
  });
});
