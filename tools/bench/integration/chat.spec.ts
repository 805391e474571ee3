import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { runCommand, type ProgramResult } from '@praktikum/peers';
import { describeWith } from '@praktikum/testing';
import type { Sample } from '../src/samples.ts';

const MAIN = join(import.meta.dirname, '..', 'src', 'chat', 'main.ts');
const NGIRCD = '/usr/sbin/ngircd';

const bench = (...args: string[]) =>
  runCommand(process.execPath, [MAIN, '--lang', 'en', ...args], { timeoutMs: 170_000 });

describeWith('cc', 'a short run of the chat bench', () => {
  describeWith(NGIRCD, 'beside ngIRCd', () => {
    let folder: string;
    let result: ProgramResult;
    let samples: readonly Sample[];
    let markdown: string;

    beforeAll(async () => {
      folder = await mkdtemp(join(tmpdir(), 'bench-chat-'));
      result = await bench('--quick', '--peers', 'ngircd', '--out', folder);
      const [page = '', json = ''] = result.stdout.toString().split('\n');
      markdown = await readFile(page, 'utf8');
      ({ samples } = JSON.parse(await readFile(json, 'utf8')));
    });
    afterAll(() => rm(folder, { recursive: true }));

    it('succeeds and names its files', () => {
      expect(result).toMatchObject({ code: 0 });
      expect(result.stdout.toString()).toMatch(/chat-[\dT-]+\.md\n.*chat-[\dT-]+\.json\n$/);
    });

    it('has measured the main cases', () => {
      expect(samples.map((sample) => sample.case)).toEqual(['fan-out', 'one-by-one', 'idle']);
      for (const { figures } of samples) expect(figures.memoryMiB).toBeGreaterThan(0);
      const [fanOut, oneByOne, idle] = samples.map(({ figures }) => figures);
      expect(fanOut!.wallSeconds).toBeGreaterThan(0);
      expect(fanOut!.throughput! * fanOut!.wallSeconds!).toBeCloseTo(100);
      expect(oneByOne!.p50).toBeGreaterThan(0);
      expect(oneByOne!.p99).toBeGreaterThanOrEqual(oneByOne!.p50!);
      expect(oneByOne!.cpuMicros).toBeGreaterThan(0);
      // Another ngIRCd that starts meanwhile takes its part of the pages that both share.
      expect(idle!.userKiB).toEqual(expect.any(Number));
    });

    it('says of each ratio that the other server was not measured', () => {
      expect(markdown).toContain('## Where chat-server has to stand');
      expect(markdown.match(/\| not measured \|$/gm)).toHaveLength(9);
    });
  });
});

describe('the chat bench', () => {
  it('lists its cases and peers', async () => {
    const { code, stdout } = await bench('--list');
    expect(code).toBe(0);
    expect(stdout.toString()).toMatch(/^ {2}fan-out .*\n(.*\n)*^peers\n {2}ngircd .*\n {2}chat-/m);
  });

  it('refuses a case that it does not know', async () => {
    const { code, stderr } = await bench('--cases', 'nothing');
    expect(code).toBe(2);
    expect(stderr).toContain('one-by-one-history');
  });
});
