import { joinErrors } from '@praktikum/service';
import { loadErrors } from './codes/load-errors.ts';
import { WORKSPACE_ROOT, type Page } from './page.ts';

/** Which exit code means what, and which error codes lead to it. */
export const exitCodesPage: Page = {
  path: 'docs/EXIT-CODES.md',
  markdown: async () => `# Exit codes · Status keluar

Every program of this workspace ends with one of these. They hold for \`node apps/<name>/dist/main.js\`;
a program started through Nx ends with 1 for each of them that is not 0. The error code is the same in
the message, in the log line (\`code\`) and here.

| exit code | meaning | arti | error codes |
| --- | --- | --- | --- |
${(await rows()).join('\n')}

A server that is told to stop by a signal finishes what runs and ends with 0; 130 and 143 mean that a
second signal forced it, or that the signal came before the program had begun. The client ends with 130 when Ctrl-C interrupts it.

20 is for results: \`--help | head -1\` ends with 0, and a server goes on when nobody reads its log. A program
whose standard output is closed from the start (\`>&-\`) writes to \`/dev/null\`, which Node opens in its place.
`,
};

async function rows(): Promise<string[]> {
  const { exitCodes, errors } = joinErrors(...(await loadErrors(WORKSPACE_ROOT)).values());
  return Object.entries(exitCodes).map(([code, { id, en }]) => {
    const names = Object.entries(errors)
      .filter(([, { exitCode }]) => exitCode === Number(code))
      .map(([name]) => `\`${name}\``);
    return `| ${code} | ${en} | ${id} | ${names.join(', ')} |`;
  });
}
