import { mkdir, readdir, rename, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { CodedError, escapeControls } from '@praktikum/protocol';
import { outputError } from '@praktikum/service';
import type { Evidence, ExperimentRecord, Machine } from '../evidence/evidence.ts';
import { makeFolder } from '../evidence/make-folder.ts';
import { readEvidence, writeEvidence } from '../evidence/evidence-file.ts';

/** Where evidence is kept, in the folder that the program is started in, unless another is named. */
export const RESULTS = 'hasil';

/** A folder that an experiment works in, and one that has made room for it: `.1-handshake.12345-1`. */
const TEMPORARY = /^\.\d-.+\.(\d+)-\d+$/;

/** The folder `hasil`: what is in it is whole, or has not begun. */
export class ResultsFolder {
  readonly path: string;
  #evidence: Evidence;
  #count = 0;

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
    await removeLeftOvers(path).catch((error: unknown) => {
      throw outputError(path, error);
    });
    const before = await readEvidence(path);
    if (before !== undefined) return new ResultsFolder(path, before);
    await requireEmpty(path);
    const nothing: Evidence = { machine, experiments: [] };
    await writeEvidence(path, nothing); // from now on the folder is known as one of results
    return new ResultsFolder(path, nothing);
  }

  get evidence(): Evidence {
    return this.#evidence;
  }

  /** A new folder for an experiment to work in. */
  async begin(folder: string): Promise<string> {
    const path = join(this.path, `.${folder}.${process.pid}-${(this.#count += 1)}`);
    await mkdir(path).catch((error: unknown) => {
      throw outputError(this.path, error);
    });
    return path;
  }

  /**
   * Puts the files of an experiment where they belong, in place of earlier ones, and its record into the evidence.
   * @param from the folder in which it has worked
   */
  async keep(from: string, record: ExperimentRecord, machine: Machine): Promise<void> {
    const to = join(this.path, record.folder);
    const before = await this.begin(record.folder);
    try {
      await rename(to, join(before, 'before')).catch(() => undefined); // there is none yet
      await rename(from, to);
    } catch (error) {
      throw outputError(to, error);
    }
    const others = this.#evidence.experiments.filter(({ number }) => number !== record.number);
    const experiments = [...others, record].sort((one, other) => one.number - other.number);
    this.#evidence = { machine, experiments };
    await writeEvidence(this.path, this.#evidence);
    await rm(before, { recursive: true, force: true });
  }

  /** Leaves nothing of an experiment that is not kept. */
  async drop(from: string): Promise<void> {
    await rm(from, { recursive: true, force: true });
  }
}

/** Results are put into no folder that holds something else: its `index.html` would be lost. */
async function requireEmpty(path: string): Promise<void> {
  const names = (await readdir(path)).filter((name) => !TEMPORARY.test(name));
  if (names.length === 0) return;
  throw new CodedError('ERR_NO_RESULTS_FOLDER', `${path} holds something else`, {
    details: { path: escapeControls(path), name: escapeControls(names[0]!) },
  });
}

/** A practicum that was killed has left its folder; one that still runs has not. */
async function removeLeftOvers(path: string): Promise<void> {
  for (const name of await readdir(path)) {
    const [, pid] = TEMPORARY.exec(name) ?? [];
    if (pid !== undefined && !isRunning(Number(pid))) {
      await rm(join(path, name), { recursive: true, force: true });
    }
  }
}

function isRunning(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch {
    return false;
  }
}
