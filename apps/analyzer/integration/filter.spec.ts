import { writeFileSync } from 'node:fs';
import { beforeAll, describe, expect, it } from '@jest/globals';
import { displayFilter, FilterError } from '@praktikum/capture';
import { runCommand, runToEnd } from '@praktikum/peers';
import { describeWith } from '@praktikum/testing';
import { ECHO, REFUSED } from './build-capture.ts';
import { captureFiles } from './capture-files.ts';
import { filterFrames, sharkdFrames } from './filter-frames.ts';
import { SAME_FILTERS, UNSUPPORTED_FILTERS, WRONG_FILTERS } from './filter-table.ts';
import { mixedCapture } from './mixed-capture.ts';

const files = captureFiles();
const file = files.write([...ECHO, ECHO[3]!, ...REFUSED]);

async function framesShown(filter: string): Promise<number[]> {
  const { stdout } = await runToEnd('analyzer', ['packets', file, '--filter', filter]);
  const lines = stdout.toString().split('\n').filter(Boolean);
  return lines.map((line) => (JSON.parse(line) as { number: number }).number);
}

describe('--filter', () => {
  it('shows only what fits, in the table of explain too', async () => {
    expect(await framesShown('tcp.flags.syn == 1 && tcp.flags.ack == 0')).toEqual([1, 13]);
    const args = ['explain', file, '--filter', 'tcp.port == 40001', '--lang', 'en'];
    const { stdout } = await runToEnd('analyzer', args);
    expect(stdout.toString()).toContain('Filter tcp.port == 40001: 2 of 14 packets');
    expect(stdout.toString()).toContain('Ladder of stream 1');
  });

  it('marks the place of a mistake', async () => {
    const args = ['explain', file, '--filter', 'tcp.prot == 1', '--lang', 'en'];
    const { stderr, code } = await runToEnd('analyzer', args);
    expect(stderr).toContain(
      'The analyzer knows no field tcp.prot (character 1):\n  tcp.prot == 1\n  ^',
    );
    expect(stderr).toContain('What would fit: tcp.port');
    expect(code).toBe(2);
  });

  it('translates a capture filter', async () => {
    const args = ['explain', file, '--filter', 'tcp port 12345', '--lang', 'en'];
    const { stderr } = await runToEnd('analyzer', args);
    expect(stderr).toContain("--filter='tcp.port == 12345'");
  });
});

describeWith('tshark', 'the same filter in tshark', () => {
  it.each([
    'tcp.port != 40001',
    'tcp.len > 0 and not tcp.analysis.retransmission',
    'tcp.port in {40001, 80..90}',
    'frame contains "PESAN" or tcp.flags.reset == 1',
  ])('shows the same frames with %s', async (filter) => {
    const args = ['-n', '-r', file, '-Y', filter, '-T', 'fields', '-e', 'frame.number'];
    const { stdout } = await runCommand('tshark', args);
    const theirs = stdout.toString().split('\n').filter(Boolean).map(Number);
    expect(await framesShown(filter)).toEqual(theirs);
  });
});

/** sharkd is tshark for programs: one process answers any number of filters. */
describeWith('sharkd', 'the language of filters', () => {
  const mixed = files.path('mixed.pcapng');
  const capture = mixedCapture();
  let theirs: ReadonlyMap<string, readonly number[] | undefined>;

  beforeAll(async () => {
    writeFileSync(mixed, capture);
    theirs = await sharkdFrames(mixed, [...SAME_FILTERS, ...WRONG_FILTERS, ...UNSUPPORTED_FILTERS]);
  });

  it.each(SAME_FILTERS)('means the same to Wireshark: %s', (filter) => {
    expect(theirs.get(filter)).toBeDefined();
    expect(filterFrames(capture, filter)).toEqual(theirs.get(filter));
  });

  it.each(WRONG_FILTERS)('is wrong to Wireshark too: %s', (filter) => {
    expect(theirs.get(filter)).toBeUndefined();
    expect(() => displayFilter(filter)).toThrow(FilterError);
  });

  it.each(UNSUPPORTED_FILTERS)('is refused, not answered wrongly: %s', (filter) => {
    expect(theirs.get(filter)).toBeDefined();
    expect(() => displayFilter(filter)).toThrow(FilterError);
  });

  it('is asked of a capture that tells filters from one another', () => {
    const answers = new Set(SAME_FILTERS.map((filter) => theirs.get(filter)?.join()));
    expect(answers.size).toBeGreaterThan(SAME_FILTERS.length / 3);
  });
});
