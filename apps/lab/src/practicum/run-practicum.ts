import { join, relative, resolve } from 'node:path';
import { CodedError, escapeControls, formatEndpoint } from '@praktikum/protocol';
import { printLine, type Language } from '@praktikum/service';
import type { ExperimentRecord, Machine } from '../evidence/evidence.ts';
import { changedFiles } from '../evidence/file-records.ts';
import { thisMachine } from '../evidence/this-machine.ts';
import type { Experiment, Wishes } from '../experiments/experiment.ts';
import { EXPERIMENTS } from '../experiments/experiments.ts';
import { INDEX_PAGE, writeIndexPage } from '../page/index-page.ts';
import { folderOption } from '../runs/lab-program.ts';
import { Checklist } from './checklist.ts';
import { RESULTS, ResultsFolder } from './results-folder.ts';
import { runExperiment } from './run-experiment.ts';
import { PRACTICUM_TEXTS } from './texts.ts';

interface PracticumOptions {
  /** The folder for the results. */
  readonly out: string;
  /** Numbers of experiments, run also when they are done; none: all that are not done. */
  readonly only: readonly number[];
  readonly wishes: Wishes;
  readonly language: Language;
  readonly signal: AbortSignal;
}

/**
 * Runs the experiments one after the other. After each the page is made anew.
 * @throws CodedError `ERR_OTHER_MACHINE`, `ERR_EVIDENCE_CHANGED`, `ERR_FILE`, `ERR_PRACTICUM_FAILED`
 */
export async function runPracticum(options: PracticumOptions): Promise<void> {
  const { out, only, language } = options;
  const texts = PRACTICUM_TEXTS[language];
  const machine = thisMachine();
  const results = await ResultsFolder.open(resolve(out), machine);
  requireSameMachine(out, results, machine);
  printLine(texts.begins(escapeControls(out)));
  const checklist = new Checklist(language, texts);
  await writeIndexPage(results.path, results.evidence, language);
  const failed: number[] = [];
  for (const experiment of EXPERIMENTS) {
    const { number } = experiment;
    if (only.length > 0 && !only.includes(number)) continue;
    const before = only.length > 0 ? undefined : recordOf(results, number);
    if (before?.state === 'done') {
      await showAgain(checklist, results, experiment, before, out);
      continue;
    }
    const record = await runNow(experiment, { ...options, results, machine, checklist });
    if (record.state === 'failed') failed.push(number);
    await writeIndexPage(results.path, results.evidence, language);
  }
  printLine(texts.page(escapeControls(relative('', join(results.path, INDEX_PAGE)))));
  printLine(texts.next(folderOption('--results', out, RESULTS)));
  if (failed.length > 0) throw practicumFailed(failed, options);
}

interface Running extends PracticumOptions {
  readonly results: ResultsFolder;
  readonly machine: Machine;
  readonly checklist: Checklist;
}

async function runNow(experiment: Experiment, running: Running): Promise<ExperimentRecord> {
  const { results, checklist, language } = running;
  const progressed = (what: string) => checklist.running(experiment, what);
  progressed(PRACTICUM_TEXTS[language].starting);
  const record = await runExperiment(experiment, results, { ...running, progressed }).catch(
    (error: unknown) => {
      if (running.signal.aborted) checklist.interrupted();
      throw error;
    },
  );
  checklist.ended(experiment, record, false);
  if (recordOf(results, experiment.number) !== record) checklist.keptBefore();
  return record;
}

async function showAgain(
  checklist: Checklist,
  results: ResultsFolder,
  experiment: Experiment,
  record: ExperimentRecord,
  out: string,
): Promise<void> {
  const changed = await changedFiles(results.path, record);
  const where = folderOption('--out', out, RESULTS);
  if (changed.length > 0) checklist.changed(experiment, changed, where);
  else checklist.ended(experiment, record, true);
}

const recordOf = ({ evidence }: ResultsFolder, number: number) =>
  evidence.experiments.find((record) => record.number === number);

function requireSameMachine(out: string, { evidence }: ResultsFolder, { host: here }: Machine) {
  const { host } = evidence.machine;
  if (host === here) return;
  throw new CodedError('ERR_OTHER_MACHINE', `${out} is of ${host}`, {
    details: {
      path: escapeControls(out),
      ...{ host, here },
      again: `node praktikum lab report${folderOption('--results', out, RESULTS)}`,
    },
  });
}

function practicumFailed(
  numbers: readonly number[],
  { out, wishes: { server, target } }: PracticumOptions,
): CodedError {
  const only = numbers.map((number) => ` --only ${number}`).join('');
  const towards = [
    server === undefined ? '' : ` --server ${formatEndpoint(server)}`,
    target === undefined ? '' : ` --target ${formatEndpoint(target)}`,
  ];
  const again = `node praktikum lab${only}${towards.join('')}${folderOption('--out', out, RESULTS)}`;
  return new CodedError('ERR_PRACTICUM_FAILED', 'experiments failed', {
    details: { experiments: numbers.join(', '), again },
  });
}
