import { join } from 'node:path';
import { type Block, htmlBlocks, htmlPage, Numbering } from '@praktikum/document';
import { type Language, writeOutput } from '@praktikum/service';
import { LANGUAGES } from '@praktikum/protocol';
import { escapeText } from '@praktikum/protocol/markup';
import type { Evidence, ExperimentRecord } from '../evidence/evidence.ts';
import { exhibitBlock } from '../exhibits/exhibit-block.ts';
import {
  commandBlocks,
  findingBlocks,
  mechanismBlock,
  missingBlocks,
} from '../exhibits/record-blocks.ts';
import { EXPERIMENTS } from '../experiments/experiments.ts';
import { checklistHtml } from './checklist-html.ts';
import { PAGE_STYLE } from './page-style.ts';
import { PAGE_TEXTS } from './texts.ts';

/** The page of the evidence: one file, made anew after each step. */
export const INDEX_PAGE = 'index.html';

/**
 * Writes the page: the checklist, and of each experiment its findings, pictures and tables, in every language.
 * @param results the folder `hasil`
 * @param first the language that is shown until the other one is chosen
 * @throws CodedError `ERR_FILE`
 */
export async function writeIndexPage(
  results: string,
  evidence: Evidence,
  first: Language,
): Promise<void> {
  const parts = [];
  for (const language of LANGUAGES) parts.push(await languagePart(results, evidence, language));
  const choices = LANGUAGES.map((language) => {
    const checked = language === first ? ' checked' : '';
    return `<input type="radio" name="language" id="choose-${language}"${checked}><label for="choose-${language}">${PAGE_TEXTS[language].name}</label>`;
  });
  const page = htmlPage({
    lang: first,
    title: `${PAGE_TEXTS.id.title} · ${PAGE_TEXTS.en.title}`,
    style: PAGE_STYLE,
    body: [...choices, ...parts].join('\n'),
  });
  await writeOutput(join(results, INDEX_PAGE), page, true);
}

async function languagePart(
  results: string,
  evidence: Evidence,
  language: Language,
): Promise<string> {
  // A report has numbers; on this page that grows, names stay the same.
  const numbering = new Numbering(language, { isNamed: true });
  const { title, machine } = PAGE_TEXTS[language];
  const sections = [];
  for (const record of evidence.experiments) {
    sections.push(await experimentPart(results, record, numbering));
  }
  return `<main class="${language}" lang="${language}">
<h1>${title}</h1>
<p>${escapeText(machine(evidence.machine))}</p>
${checklistHtml(EXPERIMENTS, evidence.experiments, language)}
${sections.join('\n')}
</main>`;
}

async function experimentPart(
  results: string,
  record: ExperimentRecord,
  numbering: Numbering,
): Promise<string> {
  const { language } = numbering;
  const exhibits: Block[] = [];
  for (const exhibit of record.exhibits) {
    exhibits.push(await exhibitBlock(results, record, exhibit, language));
  }
  const blocks = [
    mechanismBlock(record, language),
    ...missingBlocks(record, language),
    ...findingBlocks(record, language),
    ...exhibits,
  ];
  const commands = commandBlocks(record, language);
  const listed =
    commands.length === 0
      ? ''
      : `<details><summary>${PAGE_TEXTS[language].commands}</summary>${htmlBlocks(commands, language, numbering)}</details>`;
  const title = escapeText(`${record.number} ${record.title[language]}`);
  return `<section id="${language}-${escapeText(String(record.number))}">
<h2>${title}</h2>
${htmlBlocks(blocks, language, numbering)}
${listed}
<p>${fileLinks(record, language)}</p>
</section>`;
}

/** The files stand beside the page. */
function fileLinks({ folder, files }: ExperimentRecord, language: Language): string {
  const links = files.map(({ path }) => {
    const place = `${folder}/${path}`.split('/').map(encodeURIComponent).join('/');
    return `<a href="${place}">${escapeText(path)}</a>`;
  });
  return links.length === 0 ? '' : `${PAGE_TEXTS[language].files} ${links.join(' · ')}`;
}
