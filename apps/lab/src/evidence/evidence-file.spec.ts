import { createHash } from 'node:crypto';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import type {
  Evidence,
  ExperimentRecord,
  PictureExhibit,
  TableExhibit,
  TerminalExhibit,
} from './evidence.ts';
import { readEvidence, writeEvidence } from './evidence-file.ts';

const WORDS = { id: 'x', en: 'x' };
const COMMAND = {
  ...{ command: 'node praktikum client', startedAt: '', duration: 1, isStep: true },
  ...{ exitCode: 0, signal: null, output: 'client.txt' },
};
const PICTURE: PictureExhibit = {
  kind: 'picture',
  id: 'a',
  ...{ caption: WORDS, alt: WORDS, recordedElsewhere: true },
  svg: { id: 'a.id.svg', en: 'a.en.svg' },
};
const TERMINAL: TerminalExhibit = {
  kind: 'terminal',
  ...{ id: 'b', caption: WORDS, command: 'x', output: 'client.txt' },
};
const TABLE: TableExhibit = {
  kind: 'table',
  ...{ id: 'c', caption: WORDS, header: [WORDS], rows: [['x', WORDS]], numeric: [0] },
};
const RECORD: ExperimentRecord = {
  ...{ number: 1, folder: '1-x', title: WORDS, mechanism: WORDS },
  state: 'done',
  ...{ startedAt: '', endedAt: '', missing: [{ what: WORDS, why: WORDS, remedies: [WORDS] }] },
  server: { host: '10.0.0.1', port: 12345 },
  commands: [COMMAND],
  findings: [{ text: WORDS, cites: [{ file: 'c.pcapng', frames: [1] }] }],
  exhibits: [PICTURE, TERMINAL, TABLE],
  files: [{ path: 'sub/c.pcapng', bytes: 1, sha256: '' }],
};
const EVIDENCE: Evidence = {
  machine: {
    ...{ host: 'lab-07', system: 'x', processor: 'x', cores: 2, memory: 4 },
    ...{ node: '26.0.0', software: '0.1.0', captureTools: ['x'] },
  },
  experiments: [RECORD],
};

describe('evidence.json', () => {
  let folder: string;
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'evidence-'));
  });
  afterEach(() => rmSync(folder, { recursive: true }));

  it('is read as it was written', async () => {
    expect(await readEvidence(folder)).toBeUndefined();
    await writeEvidence(folder, EVIDENCE);
    expect(await readEvidence(folder)).toEqual(EVIDENCE);
  });

  it.each<[string, object]>([
    ['a folder outside', { folder: '../1-x' }],
    ['a file outside', { files: [{ path: '../../etc/passwd' }] }],
    ['an absolute file', { commands: [{ ...COMMAND, output: '/etc/passwd' }] }],
    ['a file of Windows', { commands: [{ ...COMMAND, output: 'C:\\a.txt' }] }],
    ['a picture outside', { exhibits: [{ ...PICTURE, svg: { id: '..', en: 'a.svg' } }] }],
    ['a terminal outside', { exhibits: [{ ...TERMINAL, output: 'a/../../b' }] }],
    ['files that are a number', { files: 7 }],
    ['a state that nobody knows', { state: '__proto__' }],
    ['words in one language', { title: { id: 'x' } }],
    ['a caption that is none', { exhibits: [{ ...TABLE, caption: 7 }] }],
    ['two exhibits of one name', { exhibits: [PICTURE, PICTURE] }],
    ['a command that is none', { commands: [null] }],
  ])('is refused with %s, whoever has counted its digest', async (_what, change) => {
    const evidence = { ...EVIDENCE, experiments: [{ ...RECORD, ...change }] };
    const sha256 = createHash('sha256').update(JSON.stringify(evidence)).digest('hex');
    const text = JSON.stringify({ format: 1, sha256, evidence });
    writeFileSync(join(folder, 'evidence.json'), text);
    await expect(readEvidence(folder)).rejects.toMatchObject({ code: 'ERR_EVIDENCE_CHANGED' });
  });
});
