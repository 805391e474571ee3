import { globSync } from 'node:fs';
import { join } from 'node:path';
import type { Limit, LimitValue } from './limits/limit.ts';
import { readLimits } from './limits/read-limits.ts';
import { PageError, WORKSPACE_ROOT, type Page } from './page.ts';

/** Every limit of what users run: what it is, what it protects from, and which test proves it. */
export const limitsPage: Page = {
  path: 'docs/LIMITS.md',
  markdown: () => limitsMarkdown(sources(), WORKSPACE_ROOT),
};

/** Programs and the libraries they are made of; libs/testing is for tests alone. */
function sources(): string[] {
  const found = globSync('{apps,libs}/*/src/**/*.ts', { cwd: WORKSPACE_ROOT });
  return found
    .filter((file) => !file.endsWith('.spec.ts') && !/^libs\/testing\/|\/testing\//.test(file))
    .sort()
    .map((file) => join(WORKSPACE_ROOT, file));
}

/** @throws PageError for a limit that does not say everything, or names a test that is not there */
export function limitsMarkdown(files: readonly string[], root: string): string {
  const { limits, problems } = readLimits(files, root);
  if (problems.length > 0) throw new PageError(problems);
  const sections = Map.groupBy(limits, ({ file }) => file.split('/').slice(0, 2).join('/'));
  return `# Limits · Batas

Every buffer, queue, line, frame, count and wait has a limit, with a default, a unit and a test that
proves it. A limit is declared by the tags \`@unit\`, \`@against\` and \`@provenBy\` in its docstring;
this page is made from them, and \`npx nx run docs:check\` fails when a tag is missing, when the named
test does not exist, or when the page differs from the code. In brackets: the values that you
may choose. The limits of libs/socket-pool hold for every server of the workspace.

Setiap buffer, antrean, baris, frame, jumlah, dan waktu tunggu memiliki batas, dengan nilai bawaan, satuan,
dan pengujian yang membuktikannya. Halaman ini dibuat dari kode dan selalu diperiksa. Angka dalam kurung adalah
nilai yang boleh dipilih. Batas di libs/socket-pool berlaku untuk semua server.

${[...sections].map(([project, own]) => section(project, own)).join('\n\n')}
`;
}

function section(project: string, limits: readonly Limit[]): string {
  const rows = limits.map(({ name, what, value, unit, against, tests }) => {
    const proofs = tests.map(({ file, title }) => `${title} ([spec](../${file}))`).join('; ');
    return `| \`${name}\`: ${cell(what)} | ${valueText(value)} | ${cell(unit)} | ${cell(against)} | ${cell(proofs)} |`;
  });
  return `## ${project}

| limit | default | unit | protects from | test |
| --- | --- | --- | --- | --- |
${rows.join('\n')}`;
}

function valueText({ default: initial, min, max }: LimitValue): string {
  const range =
    min === undefined || max === undefined ? [] : [`(${grouped(min)} … ${grouped(max)})`];
  return [...(initial === undefined ? [] : [grouped(initial)]), ...range].join(' ');
}

function grouped(value: number): string {
  return value.toLocaleString('en');
}

function cell(text: string): string {
  return text.replaceAll('|', '\\|');
}
