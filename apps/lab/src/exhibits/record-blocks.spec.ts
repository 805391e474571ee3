import { describe, expect, it } from '@jest/globals';
import type { CommandRecord, ExperimentRecord } from '../evidence/evidence.ts';
import {
  commandBlocks,
  findingBlocks,
  mechanismBlock,
  missingBlocks,
  MOST_CITED,
} from './record-blocks.ts';

const RECORD: ExperimentRecord = {
  number: 1,
  folder: '1-handshake',
  title: { id: 'Handshake TCP', en: 'TCP handshake' },
  state: 'partly',
  startedAt: '2026-11-30T08:00:00.000Z',
  endedAt: '2026-11-30T08:00:03.000Z',
  mechanism: { id: 'Di komputer ini.', en: 'On this machine.' },
  commands: [],
  missing: [],
  findings: [],
  exhibits: [],
  files: [],
};

function command(text: string, isStep = true): CommandRecord {
  const startedAt = RECORD.startedAt;
  return { command: text, startedAt, duration: 1, exitCode: 0, signal: null, output: null, isStep };
}

const textOf = (blocks: ReturnType<typeof findingBlocks>) => JSON.stringify(blocks);

describe('the blocks of an experiment', () => {
  it('say how it was made, and when', () => {
    expect(textOf([mechanismBlock(RECORD, 'id')])).toContain('Selesai sebagian. ');
    expect(textOf([mechanismBlock(RECORD, 'en')])).toContain('On this machine.');
    expect(textOf([mechanismBlock(RECORD, 'en')])).toContain('30 November 2026');
  });

  it('say of one that was not run only that', () => {
    expect(mechanismBlock({ ...RECORD, state: 'impossible' }, 'en')).toEqual({
      kind: 'paragraph',
      text: 'Not run.',
    });
  });

  it('cite file and frames', () => {
    const cites = [{ file: 'capture.pcapng', frames: [1, 2, 3] }];
    const findings = [{ text: { id: 'Dibuka.', en: 'Opened.' }, cites }];
    const [list] = findingBlocks({ ...RECORD, findings }, 'en');
    expect(list).toEqual({
      kind: 'list',
      ordered: false,
      items: [['Opened.', ' ', { text: '[capture.pcapng, frames 1–3]', mark: 'italic' }]],
    });
  });

  it('lists the first frames of a citation and counts the rest', () => {
    const frames = Array.from({ length: MOST_CITED + 5 }, (_, at) => 2 * at + 1);
    const findings = [{ text: { id: 'a', en: 'a' }, cites: [{ file: 'c.pcapng', frames }] }];
    const text = textOf(findingBlocks({ ...RECORD, findings }, 'en'));
    expect(text).toContain(`, ${2 * MOST_CITED - 1} and 5 more]`);
    expect(text).not.toContain(`, ${2 * MOST_CITED + 1}`);
  });

  it('mark what is missing, with its reason and remedy', () => {
    const words = (text: string) => ({ id: text, en: text });
    const missing = [
      { what: words('Capture'), why: words('no tool.'), remedies: [words('Install it.')] },
    ];
    expect(missingBlocks({ ...RECORD, missing }, 'en')).toEqual([
      { kind: 'gap', text: 'NOT OBSERVED: Capture: no tool. Install it.' },
    ]);
  });

  it('list the steps, and count what was repeated', () => {
    const commands = [command('a'), command('b', false), command('a'), command('c')];
    expect(commandBlocks({ ...RECORD, commands }, 'en')).toEqual([
      { kind: 'code', text: 'a   (2 times)\nc' },
    ]);
    expect(commandBlocks(RECORD, 'en')).toEqual([]);
  });
});
