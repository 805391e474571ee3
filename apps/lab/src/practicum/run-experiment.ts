import { codeOf } from '@praktikum/protocol';
import { explain } from '@praktikum/service';
import type { ExperimentRecord, Machine, Missing } from '../evidence/evidence.ts';
import { recordFiles } from '../evidence/file-records.ts';
import type { Experiment, Observations, Wishes } from '../experiments/experiment.ts';
import { Workbench } from '../runs/workbench.ts';
import { forEach, inBoth } from '../words.ts';
import type { Language } from '@praktikum/service';
import { PRACTICUM_ERRORS } from './practicum-errors.ts';
import type { ResultsFolder } from './results-folder.ts';
import { PRACTICUM_TEXTS } from './texts.ts';

/** Not the fault of an experiment: the practicum ends. */
const ENDS_THE_PRACTICUM = ['ERR_FILE', 'ABORT_ERR', 'ENOSPC'];

interface RunExperimentOptions {
  readonly wishes: Wishes;
  readonly machine: Machine;
  readonly language: Language;
  readonly signal: AbortSignal;
  readonly progressed: (what: string) => void;
}

/**
 * Makes an experiment and keeps what it has shown. One that fails, or cannot be made, replaces no earlier one that
 * has shown something.
 * @returns what it was; it is in the results, unless it failed and an earlier one is there
 * @throws CodedError `ERR_FILE` when its files cannot be written; an AbortError when it was to end
 */
export async function runExperiment(
  experiment: Experiment,
  results: ResultsFolder,
  { wishes, machine, language, signal, progressed }: RunExperimentOptions,
): Promise<ExperimentRecord> {
  const { number, folder: name, title } = experiment;
  const folder = await results.begin(name);
  const bench = new Workbench({ folder, language, signal, progressed });
  const startedAt = new Date().toISOString();
  try {
    const observed = await observe(experiment, bench, wishes);
    await bench.clear();
    const server = experiment.serverOf(wishes);
    const record: ExperimentRecord = {
      number,
      folder: name,
      title,
      startedAt,
      endedAt: new Date().toISOString(),
      commands: bench.commands,
      files: await recordFiles(folder),
      ...(server !== undefined && { server }),
      ...observed,
    };
    const before = results.evidence.experiments.find((each) => each.number === number);
    if (hasShown(record) || !hasShown(before)) await results.keep(folder, record, machine);
    return record;
  } finally {
    await bench.clear();
    await results.drop(folder);
  }
}

type Outcome = Omit<Observations, 'hasFailed'> & Pick<ExperimentRecord, 'state'>;

async function observe(experiment: Experiment, bench: Workbench, wishes: Wishes): Promise<Outcome> {
  const why = experiment.impossible?.(wishes);
  if (why !== undefined) return { state: 'impossible', ...NOTHING, missing: [why] };
  try {
    const { hasFailed = false, ...observed } = await experiment.run(bench, wishes);
    const state = observed.missing.length > 0 ? 'partly' : 'done';
    return { state: hasFailed ? 'failed' : state, ...observed };
  } catch (error) {
    if (bench.signal.aborted || ENDS_THE_PRACTICUM.includes(codeOf(error))) throw error;
    return { state: 'failed', ...NOTHING, missing: [failure(error)] };
  }
}

const NOTHING = {
  mechanism: inBoth(PRACTICUM_TEXTS, ({ notRun }) => notRun),
  findings: [],
  exhibits: [],
};

function failure(error: unknown): Missing {
  const explained = forEach((language) => explain(error, language, PRACTICUM_ERRORS));
  return {
    what: inBoth(PRACTICUM_TEXTS, ({ wholeExperiment }) => wholeExperiment),
    why: forEach((language) => explained[language].message),
    remedies: explained.id.remedies.map((_, at) =>
      forEach((language) => explained[language].remedies[at] ?? ''),
    ),
  };
}

/** Whether it is worth keeping. */
function hasShown(record: ExperimentRecord | undefined): boolean {
  return record?.state === 'done' || record?.state === 'partly';
}
