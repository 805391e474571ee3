import { mkdir, readdir, rename, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { CodedError, codeOf, escapeControls } from '@praktikum/protocol';
import { makeFolder, outputError } from '@praktikum/service';
import type { Evidence, ExperimentRecord, Machine } from '../evidence/evidence.ts';
import { readEvidence, writeEvidence } from '../evidence/evidence-file.ts';
import { BEFORE, isLeftOver, nameOfTemporary, removeLeftOvers } from './left-overs.ts';

/** Where evidence is kept, in the folder that the program is started in, unless another is named. */
export const RESULTS = 'hasil';

/** The folder `hasil`: what is in it is whole, or has not begun. */
export class ResultsFolder {
  readonly path: string;
  #evidence: Evidence;

  private constructor(path: string, evidence: Evidence) {
    this.path = path;
    this.#evidence = evidence;
  }

  /**
   * Makes the folder if it is not there, and reads what it holds.
   * @param machine whose evidence it takes
   * @throws CodedError `ERR_FILE` when it cannot be written, `ERR_NO_RESULTS_FOLDER` when it holds something
   * else, `ERR_EVIDENCE_CHANGED`
   */
  static async open(path: string, machine: Machine): Promise<ResultsFolder> {
    await makeFolder(path);
    const before = await readEvidence(path);
    if (before === undefined) {
      await requireEmpty(path);
      await writeEvidence(path, { machine, experiments: [] }); // now it is known as a folder of results
    }
    const evidence = before ?? { machine, experiments: [] };
    await removeLeftOvers(path, evidence).catch((error: unknown) => {
      throw outputError(path, error);
    });
    return new ResultsFolder(path, evidence);
  }

  get evidence(): Evidence {
    return this.#evidence;
  }

  /** A new folder for an experiment to work in. */
  async begin(folder: string): Promise<string> {
    for (let count = 1; ; count++) {
      const path = join(this.path, nameOfTemporary(folder, count));
      try {
        await mkdir(path);
        return path;
      } catch (error) {
        if (codeOf(error) !== 'EEXIST') throw outputError(this.path, error);
      }
    }
  }

  /**
   * Puts the files of an experiment where they belong, in place of earlier ones, and its record into the
   * evidence. When that fails, what was there before is there again.
   * @param from the folder in which it has worked
   */
  async keep(from: string, record: ExperimentRecord, machine: Machine): Promise<void> {
    const to = join(this.path, record.folder);
    const aside = await this.begin(record.folder);
    const before = join(aside, BEFORE);
    const hadBefore = await moved(to, before);
    let former: ExperimentRecord | undefined;
    try {
      await rename(from, to);
      former = await this.#take(record, machine);
    } catch (error) {
      await rm(to, { recursive: true, force: true });
      if (hadBefore) await rename(before, to);
      await rm(aside, { recursive: true, force: true });
      throw error instanceof CodedError ? error : outputError(to, error);
    }
    if (hadBefore) await this.#keepOthers(before, record.folder, former);
    await rm(aside, { recursive: true, force: true });
  }

  /** Leaves nothing of an experiment that is not kept. */
  async drop(from: string): Promise<void> {
    await rm(from, { recursive: true, force: true });
  }

  /**
   * Another practicum may have written meanwhile.
   * @returns the record that is replaced
   */
  async #take(record: ExperimentRecord, machine: Machine): Promise<ExperimentRecord | undefined> {
    const now = (await readEvidence(this.path)) ?? this.#evidence;
    const others = now.experiments.filter(({ number }) => number !== record.number);
    const experiments = [...others, record].sort((one, other) => one.number - other.number);
    await writeEvidence(this.path, { machine, experiments });
    this.#evidence = { machine, experiments };
    return now.experiments.find(({ number }) => number === record.number);
  }

  /** What somebody has put into the folder of an experiment is not removed with it. */
  async #keepOthers(before: string, folder: string, former?: ExperimentRecord): Promise<void> {
    const ours = new Set(former?.files.map(({ path }) => path.split('/')[0]));
    const names = await readdir(before).catch(() => ['']); // a file in its place
    if (names.every((name) => ours.has(name))) return;
    const moment = new Date().toISOString().replaceAll(/[-:.]/g, '');
    await moved(before, join(this.path, `${folder}-${moment}`));
  }
}

/** @returns whether there was something */
async function moved(from: string, to: string): Promise<boolean> {
  try {
    await rename(from, to);
    return true;
  } catch (error) {
    if (codeOf(error) === 'ENOENT') return false;
    throw outputError(from, error);
  }
}

/** Results are put into no folder that holds something else: its `index.html` would be lost. */
async function requireEmpty(path: string): Promise<void> {
  const name = (await readdir(path)).find((each) => !isLeftOver(each));
  if (name === undefined) return;
  throw new CodedError('ERR_NO_RESULTS_FOLDER', `${path} holds something else`, {
    details: { path: escapeControls(path), name: escapeControls(name) },
  });
}
