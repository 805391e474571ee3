import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll } from '@jest/globals';
import { runToEnd, startProgram, type ProgramOptions } from '@praktikum/peers';
import type { Evidence, ExperimentRecord } from '../src/evidence/evidence.ts';

/** A PATH with nothing in it: as on a machine without a capture tool. */
export const WITHOUT_TOOLS = { PATH: '/nonexistent' };

const ENGLISH = { LANG: 'en_US.UTF-8' };

/** A folder of its own for a lab that runs in it, removed after the tests of a file. */
export class LabFolder {
  readonly path = mkdtempSync(join(tmpdir(), 'lab-'));

  constructor() {
    afterAll(() => rmSync(this.path, { recursive: true, force: true }));
  }

  /** Runs the lab to its end, in English. */
  run(args: readonly string[], options: ProgramOptions = {}) {
    return runToEnd('lab', args, this.#options(options));
  }

  start(args: readonly string[], options: ProgramOptions = {}) {
    return startProgram('lab', args, this.#options(options));
  }

  /** A file in the folder. */
  file(...names: string[]): string {
    return join(this.path, ...names);
  }

  read(...names: string[]): string {
    return readFileSync(this.file(...names), 'utf8');
  }

  evidence(results = 'hasil'): Evidence {
    const { evidence } = JSON.parse(this.read(results, 'evidence.json')) as { evidence: Evidence };
    return evidence;
  }

  experiment(number: number, results = 'hasil'): ExperimentRecord {
    return this.evidence(results).experiments.find((record) => record.number === number)!;
  }

  #options({ env, ...options }: ProgramOptions): ProgramOptions {
    return { cwd: this.path, timeoutMs: 170_000, ...options, env: { ...ENGLISH, ...env } };
  }
}
