import { joinErrors } from '@praktikum/service';
import { loadErrors } from './codes/load-errors.ts';
import { readCodes, type ProgramCodes } from './codes/read-codes.ts';
import { PageError, WORKSPACE_ROOT, type Page } from './page.ts';

/** Which exit code means what, which error codes lead to it, and in which programs. */
export const exitCodesPage: Page = {
  path: 'docs/EXIT-CODES.md',
  markdown: async () => {
    const { programs, problems } = readCodes(WORKSPACE_ROOT, await loadErrors(WORKSPACE_ROOT));
    if (problems.length > 0) throw new PageError(problems);
    return exitCodesMarkdown(programs);
  },
};

export function exitCodesMarkdown(programs: readonly ProgramCodes[]): string {
  return `# Exit codes · Status keluar

Every program of this workspace ends with one of these; a number means the same in all of them. They hold
for \`node praktikum <name>\`; a program that you start through Nx ends with 1 for every code other
than 0. The error code is the same in the message, in the log line (\`code\`) and here. The page is made
from every \`errors.ts\` of the workspace and from what the programs speak of: \`npx nx run docs:check\`
fails when a program throws a code that it cannot explain.

| exit code | meaning | arti | error codes | programs |
| --- | --- | --- | --- | --- |
${exitCodeRows(programs).join('\n')}

A server that is told to stop by a signal finishes what runs and ends with 0; 130 and 143 mean that a
second signal forced it, or that the signal came before the program had begun. The client ends with 130 when Ctrl-C interrupts it; a conversation (\`--interactive\`) is ended by it, with 0.

20 is for results: \`--help | head -1\` ends with 0, and a server goes on when nobody reads its log. A program
whose standard output is closed from the start (\`>&-\`) writes to \`/dev/null\`, which Node opens in its place.

## Codes in log lines · Kode dalam log

These codes end no program. As \`code\` in a line of its log they say why a connection or a worker ended. Log
lines also hold error codes from above, codes of the system (\`ECONNRESET\`), and codes of OpenSSL and Node
for TLS (\`ERR_SSL_…\`, \`CERT_HAS_EXPIRED\`).

| code | event | meaning | arti | programs |
| --- | --- | --- | --- | --- |
${logCodeRows(programs).join('\n')}
`;
}

/** One for each exit code and for each set of programs that end with it by the same errors. */
function exitCodeRows(programs: readonly ProgramCodes[]): string[] {
  const { exitCodes } = joinErrors(...programs);
  return Object.entries(exitCodes).flatMap(([exitCode, { id, en }]) => {
    const codes = codesOf(programs, ({ errors }) =>
      Object.keys(errors).filter((code) => String(errors[code]?.exitCode) === exitCode),
    );
    const byError = new Set(codes.flatMap((group) => group.programs));
    const others = programs.filter((one) => exitCode in one.exitCodes && !byError.has(one));
    const groups = [...(others.length > 0 ? [{ programs: others, codes: [] }] : []), ...codes];
    return groups.map((group, index) => {
      const meaning = index === 0 ? `${en} | ${id}` : '|'; // once is enough
      const names = group.codes.map((code) => `\`${code}\``).join(', ');
      return `| ${exitCode} | ${meaning} | ${names} | ${namesOf(group.programs, programs)} |`;
    });
  });
}

function logCodeRows(programs: readonly ProgramCodes[]): string[] {
  const { logCodes = {} } = joinErrors(...programs);
  const groups = codesOf(programs, (program) => Object.keys(program.logCodes));
  return groups.flatMap((group) =>
    group.codes.map((code) => {
      const { event, id, en } = logCodes[code]!;
      const names = namesOf(group.programs, programs);
      return `| \`${code}\` | \`${event}\` | ${en} | ${id} | ${names} |`;
    }),
  );
}

interface CodeGroup {
  readonly programs: readonly ProgramCodes[];
  readonly codes: readonly string[];
}

/** Codes that the same programs have, together; those of the most programs first. */
function codesOf(
  programs: readonly ProgramCodes[],
  codesIn: (program: ProgramCodes) => readonly string[],
): CodeGroup[] {
  const withCode = Map.groupBy(
    programs.flatMap((program) => codesIn(program).map((code) => ({ code, program }))),
    ({ code }) => code,
  );
  const groups = Map.groupBy(withCode, ([, of]) => of.map(({ program }) => program.name).join());
  return [...groups.values()]
    .map((group) => ({
      programs: group[0]![1].map(({ program }) => program),
      codes: group.map(([code]) => code),
    }))
    .sort((a, b) => b.programs.length - a.programs.length);
}

function namesOf(some: readonly ProgramCodes[], all: readonly ProgramCodes[]): string {
  return some.length === all.length ? 'all' : some.map(({ name }) => name).join(', ');
}
