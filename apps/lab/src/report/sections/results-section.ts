import type { Block, Section } from '@praktikum/document';
import { findingBlocks, missingBlocks } from '../../exhibits/record-blocks.ts';
import type { ReportMaterial } from '../report-material.ts';
import { REPORT_TEXTS } from '../texts.ts';
import { answerSection } from './answer-section.ts';
import { exhibitBlocks, experimentSections } from './experiment-section.ts';

/** Results and discussion: what was observed, then what the writer makes of it. */
export function resultsSection(material: ReportMaterial): Section {
  const { language, changed } = material;
  const texts = REPORT_TEXTS[language];
  const warning: Block[] =
    changed.length > 0 ? [{ kind: 'gap', text: texts.changed(changed) }] : [];
  const observed = experimentSections(material, (record) => [
    ...missingBlocks(record, language),
    ...findingBlocks(record, language),
    ...exhibitBlocks(material, record, ({ kind }) => kind !== 'terminal'),
  ]);
  return {
    title: texts.sections.results,
    blocks: warning,
    sections: [
      ...observed,
      answerSection('analysis', material),
      answerSection('handshake', material),
      answerSection('udp', material),
      answerSection('threads', material),
    ],
  };
}
