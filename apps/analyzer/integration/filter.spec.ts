import { describe, expect, it } from '@jest/globals';
import { describeWith, runCommand, runToEnd } from '@praktikum/testing';
import { ECHO, REFUSED } from './build-capture.ts';
import { captureFiles } from './capture-files.ts';

const file = captureFiles().write([...ECHO, ECHO[3]!, ...REFUSED]);

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
    expect(stderr).toContain('There is no field tcp.prot (character 1):\n  tcp.prot == 1\n  ^');
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
    'tcp.port == 40001',
    'tcp.port != 40001',
    'ip.addr != 10.0.0.1',
    'ip.src != 10.0.0.1',
    'tcp.flags.syn',
    'tcp.flags & 2',
    'tcp.flags == 0x012',
    'tcp.len > 0 and not tcp.analysis.retransmission',
    'tcp.port in {40001, 80..90}',
    'tcp.payload contains "mengirim"',
    'frame contains "PESAN" or tcp.flags.reset == 1',
    'ip.addr == 10.0.0.0/31 && tcp.stream == 1',
    'udp.port != 53',
    '!(udp.port == 53) && frame.number <= 3',
    'tcp.seq == 22 || tcp.ack == 37 && tcp.flags.fin == 0',
    'ip.ttl >= 0x40 && ip.proto == 6',
    'tcp.payload matches "^ini"',
  ])('shows the same frames with %s', async (filter) => {
    const args = ['-n', '-r', file, '-Y', filter, '-T', 'fields', '-e', 'frame.number'];
    const { stdout } = await runCommand('tshark', args);
    const theirs = stdout.toString().split('\n').filter(Boolean).map(Number);
    expect(await framesShown(filter)).toEqual(theirs);
  });
});
