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

type Given = Partial<Record<keyof ReportDetails, string>>;

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
  const given: Given = text === undefined ? { date: dateOf(evidence, asking.language) } : {};
  try {
    if (process.stdin.isTTY && process.stdout.isTTY) await ask(found, given, asking);
  } finally {
    // Whoever interrupts the questions finds the answers again.
    await writeGiven(path, text, given, asking.language);
  }
  return { ...found, ...given };
}

async function writeGiven(
  path: string,
  text: string | undefined,
  given: Given,
  language: Language,
): Promise<void> {
  if (text === undefined) {
    await writeOutput(path, writtenDetails(given), false);
    printLine(REPORT_COMMAND_TEXTS[language].detailsMade(escapeControls(path)), process.stderr);
  } else if (Object.keys(given).length > 0) {
    await writeOutput(path, completedDetails(text, given), true);
  }
}

/** @param given takes the answers to what was not found; what it holds already is proposed */
async function ask(
  found: Partial<ReportDetails>,
  given: Given,
  { language, signal }: Asking,
): Promise<void> {
  const { titlePage } = REPORT_TEXTS[language];
  const missing = DETAILS.filter((detail) => found[detail] === undefined);
  if (missing.length === 0) return;
  const terminal = createInterface({ input: process.stdin, output: process.stdout });
  terminal.once('SIGINT', () => process.kill(process.pid, 'SIGINT')); // raw mode keeps Ctrl-C from the system
  try {
    for (const detail of missing) {
      const initial = given[detail];
      const shown = initial === undefined ? '' : ` (${initial})`;
      const words = await terminal
        .question(`${titlePage[detail]}${shown}: `, { signal })
        .catch((error: unknown) => {
          if (signal.aborted) throw error;
          return undefined; // Ctrl-D: nothing more is said
        });
      if (words === undefined) break;
      if (words.trim() !== '') given[detail] = words.trim();
    }
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
