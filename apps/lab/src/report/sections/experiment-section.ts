import type { Block, Section } from '@praktikum/document';
import type { Exhibit, ExperimentRecord } from '../../evidence/evidence.ts';
import { exhibitBlock } from '../../exhibits/exhibit-block.ts';
import { EXPERIMENTS } from '../../experiments/experiments.ts';
import type { ReportMaterial } from '../report-material.ts';
import { REPORT_TEXTS } from '../texts.ts';

/** A part of a section for each experiment; one that was not run is said to be so. */
export async function experimentSections(
  { evidence, language }: ReportMaterial,
  blocksOf: (record: ExperimentRecord) => Promise<Block[]>,
): Promise<Section[]> {
  const sections: Section[] = [];
  for (const { number, title } of EXPERIMENTS) {
    const record = evidence.experiments.find((each) => each.number === number);
    const missing = REPORT_TEXTS[language].notRun(number, title[language]);
    sections.push({
      title: title[language],
      blocks: record === undefined ? [{ kind: 'gap', text: missing }] : await blocksOf(record),
    });
  }
  return sections;
}

/** Those exhibits of an experiment that a section shows. */
export async function exhibitBlocks(
  { results, language }: ReportMaterial,
  record: ExperimentRecord,
  shows: (exhibit: Exhibit) => boolean,
): Promise<Block[]> {
  const blocks: Block[] = [];
  for (const exhibit of record.exhibits.filter(shows)) {
    blocks.push(await exhibitBlock(results, record, exhibit, language));
  }
  return blocks;
}
