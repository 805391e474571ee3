import { readFileSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';
import type { ReportData } from '@praktikum/capture-report';
import { ECHO, type ScriptedSegment } from './build-capture.ts';
import { captureFiles } from './capture-files.ts';
import { HOSTILE, writtenReport } from './written-report.ts';

const files = captureFiles();
const report = (segments: readonly ScriptedSegment[]) => writtenReport(files, segments);

describe('the HTML report', () => {
  it('holds nothing that another machine would be asked for', async () => {
    const text = readFileSync(await report(ECHO), 'utf8');
    expect(text).toContain("default-src 'none'");
    expect(text).not.toMatch(/<(script|link|img|iframe)[^>]* (src|href)=/);
  });

  it('lists so many turns and frames, and counts the rest', async () => {
    const turn = (index: number): ScriptedSegment[] => [
      { from: 'client', flags: 'PA', seq: 1 + index, ack: 1 + index, text: '?' },
      { from: 'server', flags: 'PA', seq: 1 + index, ack: 2 + index, text: '!' },
    ];
    const turns = Array.from({ length: 110 }, (_, index) => turn(index)).flat();
    const repeated = Array.from({ length: 50 }, () => turns.at(-2)!);
    const text = readFileSync(await report([...ECHO.slice(0, 3), ...turns, ...repeated]), 'utf8');
    const [, embedded = ''] = /id="report-data">(.*?)<\/script>/.exec(text) ?? [];
    const [conversation] = (JSON.parse(embedded) as ReportData).conversations;
    const { turns: listed, moreTurns, unusual } = conversation!.explanation.en;
    expect([listed.length, moreTurns]).toEqual([200, 20]);
    expect(unusual[0]!.count).toBe(50);
    expect(unusual[0]!.frames).toHaveLength(40);
    expect(conversation!.answers.every(({ frames }) => frames.length <= 40)).toBe(true);
  });

  it('is not ended by what a peer sent', async () => {
    const hostile = { ...ECHO[3]!, text: HOSTILE };
    const text = readFileSync(await report([...ECHO.slice(0, 3), hostile]), 'utf8');
    expect(text.match(/<\/script/gi)).toHaveLength(2);
    expect(text.match(/<!--/g)).toBeNull();
  });
});
