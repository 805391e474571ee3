import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { CASES } from '../cases/cases.ts';
import { REQUIRED_RATIOS } from '../ratios.ts';
import type { Logging, Sample } from '../samples.ts';
import { formatNumber } from './markdown.ts';
import type { Report } from './report.ts';
import { writeReport, type ReportFiles } from './write-report.ts';

const sample = (peer: string, logging: Logging, round: number, throughput: number): Sample => ({
  peer,
  case: 'messages-64',
  logging,
  round,
  figures: { throughput, cpuMicros: 1e6 / throughput },
});

const REPORT: Report = {
  startedAt: '2026-01-02T03:04:05.678Z',
  machine: {
    processor: 'a processor',
    cores: 2,
    memoryGiB: 8,
    system: 'linux 6.1',
    versions: { node: 'v26.10.0', cc: 'cc 12' },
  },
  settings: { rounds: 2, workers: 2 },
  samples: [
    sample('threaded-server', 'off', 1, 100_000),
    sample('guide-python', 'off', 1, 20_000),
    sample('threaded-server', 'off', 2, 90_000),
    sample('guide-python', 'off', 2, 30_000),
    sample('threaded-server', 'on', 1, 40_000),
  ],
  leftOut: [{ peer: 'go', why: 'go is not installed' }],
};

const SUBJECT = {
  server: 'threaded-server',
  prefix: 'servers-',
  cases: CASES,
  ratios: REQUIRED_RATIOS,
};

let folder: string;
let files: ReportFiles;
let markdown: string;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'bench-report-'));
  files = await writeReport(folder, REPORT, SUBJECT);
  markdown = await readFile(files.markdown, 'utf8');
});
afterAll(() => rm(folder, { recursive: true }));

describe('the JSON file', () => {
  it('holds the run and the verdicts', async () => {
    const json = JSON.parse(await readFile(files.json, 'utf8'));
    expect(json).toMatchObject(REPORT);
    expect(json.ratios).toContainEqual(
      expect.objectContaining({
        what: 'messages at 64 connections beside the guide',
        verdict: 'met',
        value: { median: 4, min: 3, max: 5 },
      }),
    );
  });

  it('is named after its subject and the time of the run', () => {
    expect(files.json).toBe(join(folder, 'servers-2026-01-02T03-04-05.json'));
  });
});

describe('the Markdown file', () => {
  it.each([
    'a processor, 2 cores, 8 GiB; linux 6.1.',
    '## Where threaded-server has to stand',
    'Versions: node v26.10.0; cc cc 12.',
    '| messages at 64 connections beside the guide | 4 (3 … 5) | at least 4 | met |',
    '| messages logged to a file beside not logged | 0.4 | at least 0.6 | **missed** |',
    '| short connections beside node:cluster |  | at least 1 | not measured |',
    '| threaded-server | off | 95,000 (90,000 … 100,000) | 10.6 (10 … 11.1) |',
    '![messages-64](servers-2026-01-02T03-04-05-messages-64.svg)',
    '| go | all |  | go is not installed |',
  ])('says: %s', (line) => {
    expect(markdown.split('\n')).toContain(line);
  });

  it('is silent about cases that were not measured', () => {
    expect(markdown).not.toContain('## bulk');
  });
});

describe('the chart', () => {
  it('is an SVG that names the peers', async () => {
    expect(files.charts).toHaveLength(1);
    const svg = await readFile(files.charts[0]!, 'utf8');
    expect(svg).toMatch(/^<svg /);
    expect(svg).toContain('threaded-server');
    expect(svg).toContain('logging on');
  });
});

it.each([
  [123_456, '123,000'],
  [12.345, '12.3'],
  [0.0123456, '0.0123'],
  [0, '0'],
])('formatNumber(%d) is %s', (value, text) => {
  expect(formatNumber(value)).toBe(text);
});
