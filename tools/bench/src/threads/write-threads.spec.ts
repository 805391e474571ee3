import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { curves } from './curve.ts';
import { figuresSection } from './figures-section.ts';
import type { ThreadSample } from './measure-curves.ts';
import { writeThreads } from './write-threads.ts';

const [work] = curves(2);
const sample = (workers: number, round: number, throughput: number): ThreadSample => ({
  ...{ curve: 'work', point: work!.points[0]!.name, workers, round, throughput },
  ...{ cpuMicros: 1e6 / throughput, loadShare: 20 + workers, otherCores: round / 10 },
});

const RUN = {
  startedAt: '2026-01-02T03:04:05.678Z',
  machine: {
    processor: 'a processor',
    cores: 2,
    memoryGiB: 8,
    system: 'linux 6.1.2-somebody',
    versions: { node: 'v26.10.0' },
  },
  rounds: 3,
  seconds: 1.5,
  curves: [{ ...work!, points: work!.points.slice(0, 1) }],
  samples: [
    ...[sample(0, 1, 1000), sample(1, 1, 900), sample(2, 1, 1900), sample(4, 1, 2000)],
    // A round in which the machine had half of its time for us.
    ...[sample(0, 2, 500), sample(1, 2, 450), sample(2, 2, 950), sample(4, 2, 1000)],
    ...[sample(0, 3, 1000), sample(1, 3, 900), sample(2, 3, 1900), sample(4, 3, 2000)],
  ],
};

let folder: string;
let files: readonly string[];
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'threads-page-'));
  const page = '# Page\n\n<!-- figures -->\nold\n<!-- end of figures -->\n\nMore.\n';
  await writeFile(join(folder, 'THREADS.md'), page);
  files = await writeThreads(folder, RUN);
});
afterAll(() => rm(folder, { recursive: true }));

describe('the page', () => {
  it('has the figures of the run in the place for them, and the rest as it was', async () => {
    const page = await readFile(files[0]!, 'utf8');
    expect(page).toMatch(/^# Page\n\n<!-- figures -->\n[^]*<!-- end of figures -->\n\nMore\.\n$/);
    expect(page).not.toContain('old');
    expect(page).toContain('2026-01-02: a processor, 2 cores, Node v26.10.0, linux 6.1.');
    expect(page).toContain('0.20 cores in the middle and 0.30 at the most');
  });

  it('shows what each number of workers got done, and the price of measuring it', async () => {
    const page = await readFile(files[0]!, 'utf8');
    expect(page.replace(/ +/g, ' ')).toContain(
      '| 0 µs | 1,000/s, 1,000 µs, 20 % | 900/s (0.90×), 1,110 µs, 21 % ' +
        '| 1,900/s (1.90×), 526 µs, 22 % | 2,000/s (2.00×), 500 µs, 24 % |',
    );
  });

  it('divides the figures that it shows, whatever the single rounds say', () => {
    const oneThread = [sample(0, 1, 4480), sample(0, 2, 2000), sample(0, 3, 4600)];
    const workers = [sample(1, 1, 3674), sample(1, 2, 3000), sample(1, 3, 4601)];
    const samples = [...oneThread, ...workers, ...workers.map((each) => ({ ...each, workers: 2 }))];
    const four = workers.map((each) => ({ ...each, workers: 4 }));
    expect(figuresSection({ ...RUN, samples: [...samples, ...four] })).toContain(
      '| 4,480/s, 223 µs, 20 % | 3,670/s (0.82×), ',
    );
  });

  it('is not written where there is no place for figures', async () => {
    await writeFile(join(folder, 'THREADS.md'), '# Page\n');
    await expect(writeThreads(folder, RUN)).rejects.toThrow('has no <!-- figures -->');
  });
});

describe('the state of the machine', () => {
  const busy = /The machine was busy/;

  it('is no matter while hardly anything else ran', () => {
    expect(figuresSection(RUN)).not.toMatch(busy);
  });

  it('is said when something else ran', () => {
    const samples = RUN.samples.map((each) => ({ ...each, otherCores: 0.5 }));
    expect(figuresSection({ ...RUN, samples })).toMatch(busy);
  });
});

it('draws a line for each number of workers', async () => {
  const svg = await readFile(files[1]!, 'utf8');
  expect(svg).toMatch(/^<svg /);
  for (const text of ['pool, 1 worker', 'pool, 4 workers', 'one Node thread', 'a processor']) {
    expect(svg).toContain(text);
  }
});
