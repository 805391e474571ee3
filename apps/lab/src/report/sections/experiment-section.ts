import type { Block, Section } from '@praktikum/document';
import type { Exhibit, ExperimentRecord } from '../../evidence/evidence.ts';
import { exhibitId } from '../../exhibits/exhibit-block.ts';
import { EXPERIMENTS } from '../../experiments/experiments.ts';
import type { ReportMaterial } from '../report-material.ts';
import { REPORT_TEXTS } from '../texts.ts';

/** A part of a section for each experiment; one that was not run is said to be so. */
export function experimentSections(
  { evidence, language }: ReportMaterial,
  blocksOf: (record: ExperimentRecord) => readonly Block[],
): Section[] {
  return EXPERIMENTS.map(({ number, title }) => {
    const record = evidence.experiments.find((each) => each.number === number);
    const missing = REPORT_TEXTS[language].notRun(number, title[language]);
    return {
      title: title[language],
      blocks: record === undefined ? [{ kind: 'gap', text: missing }] : blocksOf(record),
    };
  });
}

/** Those exhibits of an experiment that a section shows. */
export function exhibitBlocks(
  { exhibits }: ReportMaterial,
  record: ExperimentRecord,
  shows: (exhibit: Exhibit) => boolean,
): Block[] {
  return record.exhibits
    .filter(shows)
    .flatMap((exhibit) => exhibits.get(exhibitId(record, exhibit)) ?? []);
}
