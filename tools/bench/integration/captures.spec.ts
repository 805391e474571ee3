import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { runCommand, type ProgramResult } from '@praktikum/peers';
import { describeWith } from '@praktikum/testing';
import type { CaptureReport } from '../src/captures/report.ts';

const MAIN = join(import.meta.dirname, '..', 'src', 'captures', 'main.ts');
const FIGURES = { cpu: expect.any(Number), wall: expect.any(Number), memory: expect.any(Number) };
const ROW = /^\| [^|]+ \| (large|small|tiny) \| [^|]+ \| \d+\.\d\d \| \d+\.\d\d \| [1-9]\d* \|$/gm;

let folder: string;
let result: ProgramResult;
let json: CaptureReport;
let markdown: string;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'bench-captures-'));
  const options = ['--megabytes', '4', '--rounds', '1', '--out', folder, '--captures', folder];
  result = await runCommand(process.execPath, [MAIN, ...options], { timeoutMs: 170_000 });
  const report = (await readdir(folder)).find((name) => name.endsWith('.json')) ?? '';
  json = JSON.parse(await readFile(join(folder, report), 'utf8')) as CaptureReport;
  markdown = await readFile(join(folder, report.replace(/json$/, 'md')), 'utf8');
});
afterAll(() => rm(folder, { recursive: true }));

describe('a short run of the captures bench', () => {
  it('succeeds, prints its report and names the file', () => {
    expect(result).toMatchObject({ code: 0 });
    expect(result.stdout.toString().startsWith(markdown)).toBe(true);
    expect(result.stdout.toString()).toMatch(/captures-[\dT-]+\.md\n$/);
  });

  it('has measured every task of ours, on every size', () => {
    const ours = json.measured.filter(({ name }) => name === 'analyzer');
    expect(ours.map(({ task, size }) => `${task} ${size}`)).toEqual([
      ...['conversations large', 'packets large', 'conversations small', 'packets small'],
      'explain tiny',
    ]);
    for (const run of json.measured) {
      expect(run).toMatchObject(FIGURES);
      expect(Math.min(run.cpu, run.wall, run.memory)).toBeGreaterThan(0);
    }
  });

  it('has a full row for each program that was measured, and a verdict for each aim', () => {
    expect(markdown.match(ROW)).toHaveLength(json.measured.length);
    expect(markdown.match(/\| (met|missed|not measured) \|$/gm)).toHaveLength(6);
    expect(markdown).toContain('; 4 MB.');
  });
});

describeWith('tshark', 'the capture that was made', () => {
  it('is a valid one, of TCP connections from their SYN on', async () => {
    const file = join(folder, 'traffic-4MB.pcapng');
    const fields = ['frame.number', 'tcp.stream', '_ws.malformed', 'tcp.flags.syn'];
    const args = ['-n', '-r', file, '-T', 'fields', ...fields.flatMap((field) => ['-e', field])];
    const { code, stdout, stderr } = await runCommand('tshark', args);
    expect(code).toBe(0);
    expect(stderr).not.toMatch(/cut short|appears to be damaged|isn't a capture file/);
    const rows = stdout
      .toString()
      .trimEnd()
      .split('\n')
      .map((line) => line.split('\t'));
    const begun = new Set<string>();
    for (const [number, stream = '', malformed, syn] of rows) {
      if (syn === '1') begun.add(stream);
      expect({ number, stream, malformed, begun: begun.has(stream) }).toEqual({
        ...{ number, stream: expect.stringMatching(/^\d+$/), malformed: '', begun: true },
      });
    }
    expect(rows.length).toBeGreaterThan(3000);
  });

  it('was measured by tshark too', () => {
    const names = json.measured.filter(({ size }) => size === 'large').map(({ name }) => name);
    expect(names.filter((name) => name === 'tshark')).toHaveLength(2);
    expect(json.missing).not.toContain('tshark');
    expect(markdown).toMatch(/\| packets: CPU, tshark = 1 \| \d+\.\d\d \|/);
  });
});
