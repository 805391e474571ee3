import { join } from 'node:path';
import { createInterface } from 'node:readline/promises';
import { escapeControls } from '@praktikum/protocol';
import { printLine, writeOutput, type Language } from '@praktikum/service';
import type { Evidence } from '../../evidence/evidence.ts';
import { REPORT_COMMAND_TEXTS } from '../command-texts.ts';
import { readText } from '../read-text.ts';
import { REPORT_TEXTS } from '../texts.ts';
import {
  completedDetails,
  DETAILS,
  readDetails,
  writtenDetails,
  type ReportDetails,
} from './details.ts';

const FILE = 'laporan.yaml';

interface Asking {
  readonly language: Language;
  readonly signal: AbortSignal;
}

/**
 * What the title page says. On a terminal what is missing in `laporan.yaml` is asked for and written there;
 * elsewhere a file to be filled in is made where there is none.
 * @param out the folder of the report
 */
export async function openDetails(
  out: string,
  evidence: Evidence,
  asking: Asking,
): Promise<Partial<ReportDetails>> {
  const path = join(out, FILE);
  const text = await readText(path);
  const found = text === undefined ? {} : readDetails(text, path);
  const proposed = text === undefined ? { date: dateOf(evidence, asking.language) } : {};
  const isAsked = process.stdin.isTTY && process.stdout.isTTY;
  const given = isAsked ? await ask(found, proposed, asking) : proposed;
  if (text === undefined) {
    await writeOutput(path, writtenDetails(given), false);
    const { detailsMade } = REPORT_COMMAND_TEXTS[asking.language];
    printLine(detailsMade(escapeControls(path)), process.stderr);
  } else if (Object.keys(given).length > 0) {
    await writeOutput(path, completedDetails(text, given), true);
  }
  return { ...found, ...given };
}

/** @returns the answers to what was not found */
async function ask(
  found: Partial<ReportDetails>,
  proposed: Partial<ReportDetails>,
  { language, signal }: Asking,
): Promise<Partial<ReportDetails>> {
  const { titlePage } = REPORT_TEXTS[language];
  const given: Partial<Record<keyof ReportDetails, string>> = {};
  const missing = DETAILS.filter((detail) => found[detail] === undefined);
  if (missing.length === 0) return given;
  const terminal = createInterface({ input: process.stdin, output: process.stdout });
  terminal.once('SIGINT', () => process.kill(process.pid, 'SIGINT')); // raw mode keeps Ctrl-C from the system
  try {
    for (const detail of missing) {
      const initial = proposed[detail];
      const shown = initial === undefined ? '' : ` (${initial})`;
      const words = await terminal
        .question(`${titlePage[detail]}${shown}: `, { signal })
        .catch((error: unknown) => {
          if (signal.aborted) throw error;
          return undefined; // Ctrl-D: nothing more is said
        });
      if (words === undefined) break;
      const value = words.trim() || initial;
      if (value !== undefined) given[detail] = value;
    }
    return given;
  } finally {
    terminal.close();
  }
}

/** The day of the first experiment; today where there is none. */
function dateOf({ experiments }: Evidence, language: Language): string {
  const first = experiments.map(({ startedAt }) => startedAt).sort()[0];
  const day = first === undefined ? new Date() : new Date(first);
  return day.toLocaleDateString(language === 'id' ? 'id-ID' : 'en-GB', { dateStyle: 'long' });
}
