import { createHash } from 'node:crypto';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import type { Evidence, ExperimentRecord } from './evidence.ts';
import { readEvidence, writeEvidence } from './evidence-file.ts';

const WORDS = { id: 'x', en: 'x' };
const RECORD = {
  ...{ number: 1, folder: '1-x', title: WORDS, state: 'done', mechanism: WORDS },
  ...{ startedAt: '', endedAt: '', missing: [] },
  commands: [{ output: 'client.txt' }],
  findings: [{ text: WORDS, cites: [{ file: 'c.pcapng', frames: [1] }] }],
  exhibits: [{ kind: 'picture', svg: { id: 'a.id.svg', en: 'a.en.svg' } }],
  files: [{ path: 'sub/c.pcapng', bytes: 1, sha256: '' }],
} as unknown as ExperimentRecord;
const EVIDENCE = { machine: { host: 'lab-07' }, experiments: [RECORD] } as unknown as Evidence;

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
    ['an absolute file', { commands: [{ output: '/etc/passwd' }] }],
    ['a file of Windows', { commands: [{ output: 'C:\\a.txt' }] }],
    ['a picture outside', { exhibits: [{ kind: 'picture', svg: { id: '..', en: 'a.svg' } }] }],
    ['a terminal outside', { exhibits: [{ kind: 'terminal', output: 'a/../../b' }] }],
    ['another shape', { files: 7 }],
  ])('is refused with %s, whoever has counted its digest', async (_what, change) => {
    const evidence = { ...EVIDENCE, experiments: [{ ...RECORD, ...change }] };
    const sha256 = createHash('sha256').update(JSON.stringify(evidence)).digest('hex');
    const text = JSON.stringify({ format: 1, sha256, evidence });
    writeFileSync(join(folder, 'evidence.json'), text);
    await expect(readEvidence(folder)).rejects.toMatchObject({ code: 'ERR_EVIDENCE_CHANGED' });
  });
});
