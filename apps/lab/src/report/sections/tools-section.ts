import type { Block, Section } from '@praktikum/document';
import { NUMBER_TEXTS } from '../../number-texts.ts';
import type { ReportMaterial } from '../report-material.ts';
import { REPORT_TEXTS } from '../texts.ts';
import { ownWords } from './answer-section.ts';

/** Tools and materials: read from the machine of the evidence. */
export function toolsSection(material: ReportMaterial): Section {
  const { evidence, language, host } = material;
  const { machine } = evidence;
  const texts = REPORT_TEXTS[language];
  const { hardware, software } = texts;
  const moved: Block[] =
    machine.host === host ? [] : [{ kind: 'gap', text: texts.otherMachine(machine.host, host) }];
  const table = (caption: string, rows: readonly (readonly [string, string])[]): Block => ({
    kind: 'table',
    caption,
    header: [texts.property, texts.value],
    rows,
  });
  const tools = machine.captureTools.length > 0 ? machine.captureTools : [texts.noCaptureTool];
  return {
    title: texts.sections.tools,
    blocks: [...moved, ...ownWords('tools', material)],
    sections: [
      {
        title: texts.tools.hardware,
        blocks: [
          table(texts.hardwareTable, [
            [hardware.host, machine.host],
            [hardware.processor, machine.processor],
            [hardware.cores, NUMBER_TEXTS[language].count(machine.cores)],
            [hardware.memory, texts.gibibytes(machine.memory)],
            [hardware.system, machine.system],
          ]),
        ],
      },
      {
        title: texts.tools.software,
        blocks: [
          table(texts.softwareTable, [
            [software.practicum, machine.software],
            [software.node, machine.node],
            [software.capture, tools.join('\n')],
          ]),
        ],
      },
      { title: texts.tools.libraries, blocks: [{ kind: 'paragraph', text: texts.libraries }] },
    ],
  };
}
