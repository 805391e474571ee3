import type { Section } from '@praktikum/document';
import type { ExperimentRecord } from '../../evidence/evidence.ts';
import { commandBlocks, mechanismBlock } from '../../exhibits/record-blocks.ts';
import type { ReportMaterial } from '../report-material.ts';
import { REPORT_TEXTS, type ReportTexts } from '../texts.ts';
import { ownWords } from './answer-section.ts';
import { exhibitBlocks, experimentSections } from './experiment-section.ts';

/** The steps: of each experiment its commands, and what the programs printed. */
export function stepsSection(material: ReportMaterial): Section {
  const { language } = material;
  const texts = REPORT_TEXTS[language];
  return {
    title: texts.sections.steps,
    blocks: ownWords('steps', material),
    sections: experimentSections(material, (record) => {
      const commands = commandBlocks(record, language);
      return [
        mechanismBlock(record, language),
        ...(commands.length > 0
          ? [{ kind: 'paragraph', text: introduction(record, texts) } as const, ...commands]
          : []),
        ...exhibitBlocks(material, record, ({ kind }) => kind === 'terminal'),
      ];
    }),
  };
}

function introduction({ commands }: ExperimentRecord, texts: ReportTexts): string {
  const leavesPort = commands.some(({ command }) => command.includes(' --port 0 '));
  return leavesPort ? texts.commandsWithAnyPort : texts.commandsUsed;
}
