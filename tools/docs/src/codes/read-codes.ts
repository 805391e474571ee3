import { relative } from 'node:path';
import ts from 'typescript';
import { joinErrors, type ProgramErrors } from '@praktikum/service';
import { reachedModules } from './reached-modules.ts';
import { sourceProgram, type SourceProgram } from './source-program.ts';
import { spokenCodes, type SpokenCodes } from './spoken-codes.ts';

/** What one program can end by and log, as far as the modules that it runs speak of it. */
export interface ProgramCodes extends Required<ProgramErrors> {
  /** The folder of its project: `threaded-server`. */
  readonly name: string;
}

/** What the sources say, and what is wrong with it, one line each. */
export interface CodesRead {
  readonly programs: readonly ProgramCodes[];
  readonly problems: readonly string[];
}

/** Begins a program: whoever calls one of these is its first module. */
const BEGINNINGS = ['runProgram', 'runPoolService'];

/** What errors come to that are not ours, in any program. */
const OF_ANY = new Set(['ERR_UNEXPECTED', 'EMFILE', 'ENFILE']);

/** Ends that are no error of the program. */
const WITHOUT_ERROR = new Set(['0', '130', '143']);

/** Strings that look like a code of ours and are none that a user meets. */
const NO_CODES: ReadonlySet<string> = new Set([
  // Of Node's streams, whose codes begin so.
  'ERR_STREAM',
  // Reasons of `ERR_FILE` and `ERR_TLS_FILE`, which stand in words in their explanation.
  'ERR_TOO_LARGE',
  'ERR_IS_SOCKET',
  'ERR_NO_FILE',
  // Of libs/capture, for a mistake in the code that calls it.
  'ERR_CAPTURE_ARGUMENT',
]);

/**
 * Reads which codes each program of a workspace can speak of, and makes sure that it can explain them.
 * @param errorsIn what the `errors.ts` of the workspace export, by their path in it
 */
export function readCodes(root: string, errorsIn: ReadonlyMap<string, ProgramErrors>): CodesRead {
  const reader = new CodeReader(root, errorsIn);
  reader.readPrograms();
  reader.findContradictions();
  reader.findLeftovers();
  return reader;
}

class CodeReader implements CodesRead {
  readonly programs: ProgramCodes[] = [];
  readonly #problems = new Set<string>();
  readonly #root: string;
  readonly #errorsIn: ReadonlyMap<string, ProgramErrors>;
  readonly #source: SourceProgram;
  readonly #spoken = new Map<ts.SourceFile, SpokenCodes>();

  constructor(root: string, errorsIn: ReadonlyMap<string, ProgramErrors>) {
    this.#root = root;
    this.#errorsIn = errorsIn;
    this.#source = sourceProgram(root);
  }

  get problems(): string[] {
    return [...this.#problems];
  }

  /** A project may begin several programs; to a user they are one. */
  readPrograms(): void {
    const entries = this.#source.files.filter((file) => this.#begins(file));
    const projects = Map.groupBy(entries, (entry) => this.#pathOf(entry).split('/')[1]!);
    for (const [name, of] of projects) {
      const modules = new Set(of.flatMap((entry) => [...reachedModules(entry, this.#source)]));
      this.programs.push(this.#readProgram(name, [...modules]));
    }
  }

  #begins(file: ts.SourceFile): boolean {
    if (this.#pathOf(file).startsWith('libs/')) return false;
    const calls = (node: ts.Node): boolean =>
      (ts.isCallExpression(node) && BEGINNINGS.includes(node.expression.getText())) ||
      ts.forEachChild(node, (child) => calls(child) || undefined) === true;
    return calls(file);
  }

  #readProgram(name: string, modules: readonly ts.SourceFile[]): ProgramCodes {
    const tables = modules.flatMap((module) => this.#errorsIn.get(this.#pathOf(module)) ?? []);
    const { exitCodes, errors, logCodes = {} } = joinErrors(...tables);
    const said = new Set(OF_ANY);
    for (const module of modules) {
      for (const code of this.#spokenIn(module)) {
        said.add(code);
        if (code in errors || code in logCodes || NO_CODES.has(code)) continue;
        const where = this.#pathOf(module);
        this.#problem(`${where}: ${name} speaks of ${code}, which is in no errors.ts that it uses`);
      }
    }
    const program = {
      name,
      exitCodes,
      errors: filtered(errors, (code) => said.has(code)),
      logCodes: filtered(logCodes, (code) => said.has(code)),
    };
    this.#checkExitCodes(program);
    return program;
  }

  #checkExitCodes({ name, exitCodes, errors }: ProgramCodes): void {
    const used = new Set(Object.values(errors).map(({ exitCode }) => String(exitCode)));
    for (const exitCode of used) {
      if (!(exitCode in exitCodes))
        this.#problem(`${name}: nobody says what exit code ${exitCode} means`);
    }
    for (const exitCode of Object.keys(exitCodes)) {
      if (used.has(exitCode) || WITHOUT_ERROR.has(exitCode)) continue;
      this.#problem(`${name}: --help names exit code ${exitCode}, which no error of it leads to`);
    }
  }

  /** A number means one thing, and an error ends every program with the same one. */
  findContradictions(): void {
    const meanings = new Map<string, string>();
    const exitCodes = new Map<string, number>();
    for (const [file, errors] of this.#errorsIn) {
      for (const [exitCode, { id, en }] of Object.entries(errors.exitCodes)) {
        const first = meanings.get(exitCode) ?? `${en} · ${id}`;
        meanings.set(exitCode, first);
        if (first === `${en} · ${id}`) continue;
        this.#problem(`${file}: exit code ${exitCode} means something else already: ${first}`);
      }
      for (const [code, { exitCode }] of Object.entries(errors.errors)) {
        const first = exitCodes.get(code) ?? exitCode;
        exitCodes.set(code, first);
        if (first !== exitCode) this.#problem(`${file}: ${code} has exit code ${first} elsewhere`);
      }
    }
  }

  /** Entries of tables that no program meets. A codec of ours may wait for a service that uses it. */
  findLeftovers(): void {
    const met = new Set(this.programs.flatMap(({ errors }) => Object.keys(errors)));
    const everywhere = new Set(this.#source.files.flatMap((file) => [...this.#spokenIn(file)]));
    for (const [file, { errors, logCodes = {} }] of this.#errorsIn) {
      const left = [
        ...Object.keys(errors).filter((code) => !met.has(code)),
        ...Object.keys(logCodes).filter((code) => !everywhere.has(code)),
      ];
      for (const code of left) this.#problem(`${file}: no program meets ${code}`);
    }
  }

  #spokenIn(module: ts.SourceFile): ReadonlySet<string> {
    let spoken = this.#spoken.get(module);
    if (spoken === undefined) {
      spoken = spokenCodes(module, this.#source.checker);
      this.#spoken.set(module, spoken);
      for (const problem of spoken.problems) this.#problem(`${this.#pathOf(module)}: ${problem}`);
    }
    return spoken.codes;
  }

  #pathOf({ fileName }: ts.SourceFile): string {
    return relative(this.#root, fileName).replaceAll('\\', '/');
  }

  #problem(text: string): void {
    this.#problems.add(text);
  }
}

function filtered<T>(
  entries: Readonly<Record<string, T>>,
  keep: (name: string) => boolean,
): Record<string, T> {
  return Object.fromEntries(Object.entries(entries).filter(([name]) => keep(name)));
}
