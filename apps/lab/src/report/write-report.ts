import { hostname } from 'node:os';
import { join } from 'node:path';
import { type Block, docxDocument, htmlDocument, pdfDocument } from '@praktikum/document';
import { CodedError, escapeControls } from '@praktikum/protocol';
import { makeFolder, printLine, type Language } from '@praktikum/service';
import type { Evidence } from '../evidence/evidence.ts';
import { readEvidence } from '../evidence/evidence-file.ts';
import { changedFiles } from '../evidence/file-records.ts';
import { RESULTS } from '../practicum/results-folder.ts';
import { folderOption } from '../runs/lab-program.ts';
import { exhibitBlock, exhibitId } from '../exhibits/exhibit-block.ts';
import { QUESTIONS } from './answers/questions.ts';
import { REPORT_COMMAND_TEXTS } from './command-texts.ts';
import type { ReportDetails } from './details/details.ts';
import { keepEdited, rememberWritten } from './kept-reports.ts';
import { reportDocument } from './report-document.ts';
import { REPORT_TEXTS } from './texts.ts';
import { unknownReferences } from './answers/with-references.ts';
import { openAnswers, type OpenedAnswers } from './answers/open-answers.ts';
import { openDetails } from './details/open-details.ts';

/** The folder of the report: what its writer writes, and what is made from it. */
export const REPORT = 'laporan';

interface ReportOptions {
  /** The folder of the evidence. */
  readonly results: string;
  /** The folder of the report. */
  readonly out: string;
  /** Whether answers may be missing. */
  readonly draft: boolean;
  readonly language: Language;
  readonly signal: AbortSignal;
}

/**
 * Writes the report from the evidence and from what its writer has written.
 * @throws CodedError `ERR_NO_EVIDENCE`, `ERR_REPORT_INCOMPLETE` when something is not filled in yet,
 * `ERR_FILES_CHANGED` when evidence has changed, which a report that is written says too; `ERR_FILE`
 */
export async function writeReport(options: ReportOptions): Promise<void> {
  const { language, draft, results, out } = options;
  const evidence = await readEvidence(results);
  if (evidence === undefined) throw noEvidence(results);
  await makeFolder(out);
  const details = await openDetails(out, evidence, options);
  const opened = await openAnswers(out, evidence, options);
  const open = openPoints(details, opened, evidence, language);
  for (const point of open) printLine(`- ${point}`, process.stderr);
  const changed = await changedIn(results, evidence);
  const isWritten = draft || open.length === 0;
  if (!isWritten && changed.length === 0) throw incomplete(open, options);
  if (!isWritten) throw filesChanged(changed, isWritten, options);
  const document = reportDocument({
    exhibits: await exhibitsOf(evidence, options),
    language,
    details,
    answers: opened.answers,
    evidence,
    changed,
    host: hostname(),
  });
  await write(options, {
    'laporan.docx': await docxDocument(document),
    'laporan.pdf': await pdfDocument(document),
    'laporan.html': htmlDocument(document),
  });
  if (changed.length > 0) throw filesChanged(changed, isWritten, options);
}

/** What the writer has not filled in yet. */
function openPoints(
  details: Partial<ReportDetails>,
  { answers, lostPictures }: OpenedAnswers,
  evidence: Evidence,
  language: Language,
): string[] {
  const { titlePage } = REPORT_TEXTS[language];
  const { detailMissing, answerMissing, pictureMissing, unknownReference } =
    REPORT_COMMAND_TEXTS[language];
  const names = Object.keys(titlePage) as (keyof ReportDetails)[];
  return [
    ...names
      .filter((name) => details[name] === undefined)
      .map((name) => detailMissing(titlePage[name])),
    ...QUESTIONS.filter(({ id, isOptional }) => !isOptional && !answers.has(id)).map(
      ({ heading }) => answerMissing(heading[language]),
    ),
    ...lostPictures.map(pictureMissing),
    ...unknownReferences([...answers.values()].flat(), evidence).map(unknownReference),
  ];
}

async function changedIn(results: string, { experiments }: Evidence): Promise<string[]> {
  const changed: string[] = [];
  for (const record of experiments) changed.push(...(await changedFiles(results, record)));
  return changed;
}

async function exhibitsOf(
  { experiments }: Evidence,
  { results, language, signal }: ReportOptions,
): Promise<Map<string, Block>> {
  const blocks = new Map<string, Block>();
  for (const record of experiments) {
    for (const exhibit of record.exhibits) {
      signal.throwIfAborted();
      const block = await exhibitBlock(results, record, exhibit, language);
      blocks.set(exhibitId(record, exhibit), block);
    }
  }
  return blocks;
}

async function write(
  { out, language }: ReportOptions,
  files: Readonly<Record<string, string | Uint8Array>>,
): Promise<void> {
  const { written, kept } = REPORT_COMMAND_TEXTS[language];
  for (const [name, content] of Object.entries(files)) {
    const before = await keepEdited(out, name);
    if (before !== undefined) printLine(kept(name, before), process.stderr);
    await rememberWritten(out, name, content);
    printLine(written(escapeControls(join(out, name))));
  }
}

function noEvidence(results: string): CodedError {
  return new CodedError('ERR_NO_EVIDENCE', `no evidence in ${results}`, {
    details: { path: escapeControls(results) },
  });
}

function incomplete({ length }: readonly string[], { out, results }: ReportOptions): CodedError {
  const folders = [folderOption('--results', results, RESULTS), folderOption('--out', out, REPORT)];
  const again = `node praktikum lab report --draft${folders.join('')}`;
  return new CodedError('ERR_REPORT_INCOMPLETE', `${length} points are open`, {
    details: { count: length, path: escapeControls(out), again },
  });
}

function filesChanged(
  changed: readonly string[],
  isWritten: boolean,
  { results }: ReportOptions,
): CodedError {
  const only = new Set(changed.map((file) => ` --only ${file[0]}`)); // `4-tls/plain.pcapng`
  const again = `node praktikum lab${[...only].join('')}${folderOption('--out', results, RESULTS)}`;
  return new CodedError('ERR_FILES_CHANGED', 'evidence has changed', {
    details: { files: changed.join(', '), written: Number(isWritten), again },
  });
}
