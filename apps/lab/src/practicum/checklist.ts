import { paint, printLine, terminalWidth, wrapText } from '@praktikum/service';
import type { ExperimentRecord, ExperimentState } from '../evidence/evidence.ts';
import type { Experiment } from '../experiments/experiment.ts';
import type { Language } from '@praktikum/service';
import { MARKS } from '../exhibits/marks.ts';
import type { PracticumTexts } from './texts.ts';

const COLORS = {
  done: 'green',
  partly: 'yellow',
  impossible: 'dim',
  failed: 'red',
  changed: 'red',
} as const;
const TITLE_WIDTH = 28;
const ERASE_LINE = '\r\u001b[K';

/** The practicum on the terminal: one line a step, and below it what is missing. */
export class Checklist {
  readonly #language: Language;
  readonly #texts: PracticumTexts;
  /** Each is told once: several experiments may need the same. */
  readonly #told = new Set<string>();

  constructor(language: Language, texts: PracticumTexts) {
    this.#language = language;
    this.#texts = texts;
  }

  /** A step that runs; its line is replaced by the next word about it. Elsewhere than on a terminal it is none. */
  running(experiment: Experiment, what: string): void {
    if (!process.stdout.isTTY) return;
    const line = `… ${this.#title(experiment)} ${what}`;
    process.stdout.write(`${ERASE_LINE}${line.slice(0, terminalWidth(process.stdout) - 1)}`);
  }

  /** How a step has ended, or had before. */
  ended(experiment: Experiment, record: ExperimentRecord, isOld: boolean): void {
    const { startedAt, endedAt, state } = record;
    const seconds = Math.round((Date.parse(endedAt) - Date.parse(startedAt)) / 1000);
    const how = this.#texts.states[state](seconds);
    this.#print(experiment, state, isOld ? this.#texts.before(how) : how);
    for (const { what, why, remedies } of record.missing) {
      this.#detail(`${what[this.#language]}: ${why[this.#language]}`);
      for (const remedy of remedies) this.#advise(remedy[this.#language]);
    }
  }

  /** A step has failed, and what it had shown before stays. */
  keptBefore(): void {
    this.#detail(this.#texts.keptBefore);
  }

  /** It was told to stop. */
  interrupted(): void {
    if (process.stdout.isTTY) process.stdout.write(ERASE_LINE);
    printLine(this.#texts.interrupted);
  }

  /** The files of a step are not those that it has made. @param options for the command that repeats it */
  changed(experiment: Experiment, files: readonly string[], options: string): void {
    this.#print(experiment, 'changed', this.#texts.changed(files.length));
    for (const file of files) this.#detail(file);
    this.#detail(`→ ${this.#texts.repeat(experiment.number, options)}`);
  }

  #print(experiment: Experiment, state: ExperimentState | 'changed', how: string): void {
    if (process.stdout.isTTY) process.stdout.write(ERASE_LINE);
    const mark = paint(COLORS[state], MARKS[state], process.stdout);
    printLine(`${mark} ${this.#title(experiment)} ${how}`);
  }

  #title({ number, title }: Experiment): string {
    return `${number} ${title[this.#language].padEnd(TITLE_WIDTH)}`;
  }

  #advise(remedy: string): void {
    if (!this.#told.has(remedy)) this.#detail(`→ ${remedy}`);
    this.#told.add(remedy);
  }

  #detail(text: string): void {
    printLine(wrapText(text, terminalWidth(process.stdout), '      '));
  }
}
