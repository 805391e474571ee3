import {
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import type { ExperimentRecord, Machine } from '../evidence/evidence.ts';
import type { Experiment, Observations } from '../experiments/experiment.ts';
import { runExperiment } from './run-experiment.ts';
import { ResultsFolder } from './results-folder.ts';

const MACHINE: Machine = {
  ...{ host: 'lab-07', system: 'x', processor: 'x', cores: 2, memory: 4 },
  ...{ node: '26.0.0', software: '0.1.0', captureTools: [] },
};
const WORDS = { id: 'x', en: 'x' };
const NOTHING: Observations = { mechanism: WORDS, findings: [], exhibits: [], missing: [] };

let path: string;
beforeEach(() => {
  path = mkdtempSync(join(tmpdir(), 'results-'));
});
afterEach(() => rmSync(path, { recursive: true }));

/** An experiment that writes a file and then does this. */
function experiment(text: string, then: () => Promise<Observations>): Experiment {
  return {
    number: 1,
    folder: '1-x',
    title: WORDS,
    serverOf: () => undefined,
    run: async (bench) => {
      await bench.write('out.txt', text);
      return then();
    },
  };
}

async function run(made: Experiment, signal = new AbortController().signal) {
  const results = await ResultsFolder.open(path, MACHINE);
  return runExperiment(made, results, {
    wishes: {},
    machine: MACHINE,
    language: 'en',
    signal,
    progressed: () => undefined,
  });
}
const open = () => ResultsFolder.open(path, MACHINE);
const EMPTY: ExperimentRecord = {
  ...{ number: 1, folder: '1-x', title: WORDS, mechanism: WORDS, startedAt: '', endedAt: '' },
  state: 'done',
  ...{ files: [], findings: [], exhibits: [], commands: [], missing: [] },
};
const written = () => readFileSync(join(path, '1-x', 'out.txt'), 'utf8');
const kept = async () => (await ResultsFolder.open(path, MACHINE)).evidence.experiments;

describe('the results of experiments', () => {
  it('are kept with the digest of each file', async () => {
    const { state } = await run(experiment('one', () => Promise.resolve(NOTHING)));
    expect(state).toBe('done');
    expect(written()).toBe('one');
    expect(await kept()).toMatchObject([
      {
        number: 1,
        files: [
          {
            path: 'out.txt',
            bytes: 3,
            sha256: '7692c3ad3540bb803c020b3aee66cd8887123234ea0c6e7143c0add73ff431ed',
          },
        ],
      },
    ]);
    expect(readdirSync(path).sort()).toEqual(['1-x', 'evidence.json']);
  });

  it('are replaced by those of a later run', async () => {
    await run(experiment('one', () => Promise.resolve(NOTHING)));
    await run(experiment('two', () => Promise.resolve(NOTHING)));
    expect(written()).toBe('two');
    expect(await kept()).toHaveLength(1);
  });

  it('are not replaced by a run that fails', async () => {
    await run(experiment('one', () => Promise.resolve(NOTHING)));
    const { state, missing } = await run(
      experiment('two', () => Promise.reject(new Error('no luck'))),
    );
    expect(state).toBe('failed');
    expect(missing[0]?.why.en).toContain('no luck');
    expect(written()).toBe('one');
    expect((await kept())[0]?.state).toBe('done');
  });

  it('are those of a run that failed where there was none before', async () => {
    await run(experiment('one', () => Promise.reject(new Error('no luck'))));
    expect(written()).toBe('one');
    expect((await kept())[0]?.state).toBe('failed');
    await run(experiment('two', () => Promise.resolve(NOTHING)));
    expect((await kept())[0]?.state).toBe('done');
  });

  it('are as they were where the practicum is ended', async () => {
    await run(experiment('one', () => Promise.resolve(NOTHING)));
    const controller = new AbortController();
    const ended = experiment('two', () => {
      controller.abort();
      return Promise.reject(new Error('ended'));
    });
    await expect(run(ended, controller.signal)).rejects.toThrow('ended');
    expect(written()).toBe('one');
    expect(readdirSync(path).sort()).toEqual(['1-x', 'evidence.json']);
  });

  it('are partly there where something is missing', async () => {
    const missing = [{ what: WORDS, why: WORDS, remedies: [] }];
    const { state } = await run(experiment('one', () => Promise.resolve({ ...NOTHING, missing })));
    expect(state).toBe('partly');
  });

  it('lose what a killed run has left, and nothing of one that still runs', async () => {
    await run(experiment('one', () => Promise.resolve(NOTHING)));
    const [gone, running] = ['.1-x.lab-999999999-1', `.1-x.lab-${process.pid}-7`];
    for (const name of [gone, running, '.1-notes.2024-01']) mkdirSync(join(path, name));
    writeFileSync(join(path, 'index.html.999999999.tmp'), '');
    await ResultsFolder.open(path, MACHINE);
    expect(readdirSync(path).sort()).toEqual(
      [running, '.1-notes.2024-01', '1-x', 'evidence.json'].sort(),
    );
  });

  it.each([
    ['before the new ones were there', false],
    ['before they were on record', true],
  ])('come back where a run was killed %s', async (_when, isThere) => {
    await run(experiment('one', () => Promise.resolve(NOTHING)));
    const aside = join(path, '.1-x.lab-999999999-1');
    mkdirSync(aside);
    renameSync(join(path, '1-x'), join(aside, 'before'));
    if (isThere) {
      mkdirSync(join(path, '1-x'));
      writeFileSync(join(path, '1-x', 'out.txt'), 'two');
    }
    await ResultsFolder.open(path, MACHINE);
    expect(written()).toBe('one');
    expect(readdirSync(path).sort()).toEqual(['1-x', 'evidence.json']);
  });

  it('are not replaced by a run that cannot be made', async () => {
    await run(experiment('one', () => Promise.resolve(NOTHING)));
    const impossible = () => ({ what: WORDS, why: WORDS, remedies: [] });
    const { state } = await run({ ...experiment('', () => Promise.resolve(NOTHING)), impossible });
    expect(state).toBe('impossible');
    expect(written()).toBe('one');
    expect((await kept())[0]?.state).toBe('done');
  });

  it('do not take away what somebody has put beside them', async () => {
    await run(experiment('one', () => Promise.resolve(NOTHING)));
    writeFileSync(join(path, '1-x', 'notes.txt'), 'mine');
    await run(experiment('two', () => Promise.resolve(NOTHING)));
    expect(written()).toBe('two');
    const [aside] = readdirSync(path).filter((name) => /^1-x-\d+T/.test(name));
    expect(readFileSync(join(path, aside!, 'notes.txt'), 'utf8')).toBe('mine');
  });

  it('are not put into a folder that holds something else', async () => {
    writeFileSync(join(path, 'index.html'), 'mine');
    await expect(ResultsFolder.open(path, MACHINE)).rejects.toMatchObject({
      code: 'ERR_NO_RESULTS_FOLDER',
    });
    expect(readdirSync(path)).toEqual(['index.html']);
  });

  it('of two practicums at once are all on record', async () => {
    const [one, other] = [await open(), await open()];
    for (const [results, number] of [
      [one, 1],
      [other, 4],
    ] as const) {
      const folder = `${number}-x`;
      const record = { ...EMPTY, number, folder };
      await results.keep(await results.begin(folder), record, MACHINE);
    }
    expect((await kept()).map(({ number }) => number)).toEqual([1, 4]);
  });

  it('stand in the order of their numbers', async () => {
    const results = await open();
    for (const number of [4, 1]) {
      const folder = `${number}-x`;
      await results.keep(await results.begin(folder), { ...EMPTY, number, folder }, MACHINE);
    }
    expect((await kept()).map(({ number }) => number)).toEqual([1, 4]);
  });

  it('are as they were where the evidence cannot be written', async () => {
    await run(experiment('one', () => Promise.resolve(NOTHING)));
    const results = await open();
    const from = await results.begin('1-x');
    writeFileSync(join(from, 'out.txt'), 'two');
    const circular: Record<string, unknown> = { ...EMPTY, number: 1, folder: '1-x' };
    circular['itself'] = circular;
    await expect(
      results.keep(from, circular as unknown as ExperimentRecord, MACHINE),
    ).rejects.toThrow();
    expect(written()).toBe('one');
    expect(readdirSync(path).sort()).toEqual(['1-x', 'evidence.json']);
  });
});
