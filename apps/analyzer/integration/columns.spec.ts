import { stripVTControlCharacters } from 'node:util';
import { describe, expect, it } from '@jest/globals';
import { shellCommand, startOnTerminal } from '@praktikum/peers';
import { describeWith } from '@praktikum/testing';
import { ECHO, REFUSED } from './build-capture.ts';
import { datagram, writtenDatagrams } from './build-datagrams.ts';
import { captureFiles } from './capture-files.ts';

const files = captureFiles();
const connections = files.write([...ECHO, ECHO[3]!, ...REFUSED]);
const datagrams = writtenDatagrams(files, [datagram(true, 'hai'), datagram(true, 'anybody?')]);

/** What a program prints on a terminal of so many columns, without what makes it bold. */
async function printed(columns: number, ...args: string[]): Promise<string[]> {
  const command = `stty cols ${columns}; ${shellCommand('analyzer', args)}`;
  const { stdout } = await startOnTerminal(command).toEnd();
  return stripVTControlCharacters(stdout.toString()).replaceAll('\r', '').split('\n');
}

describeWith('script', 'on a terminal', () => {
  describe.each(['id', 'en'])('in %s', (lang) => {
    it.each([40, 80, 120])('nothing is wider than its %i columns', async (columns) => {
      for (const args of [
        ['explain', connections],
        ['questions', connections],
        ['explain', datagrams],
        ['questions', datagrams],
        ['explain', '--live', connections, '--for', '200ms'],
      ]) {
        const lines = await printed(columns, ...args, '--lang', lang);
        expect(lines.length).toBeGreaterThan(10);
        expect(lines.filter((line) => [...line].length > columns)).toEqual([]);
      }
    });
  });

  it('a ladder has 80 columns where the terminal does not say how many it has', async () => {
    const lines = await printed(0, 'explain', connections, '--lang', 'en');
    expect(Math.max(...lines.map(({ length }) => length))).toBe(80);
  });

  it('nothing that matters is cut on a narrow one', async () => {
    const lines = await printed(40, 'explain', connections, '--lang', 'en');
    const text = lines.join(' ').replaceAll(/[│\s]+/g, ' ');
    expect(text).toContain('SYN Seq=0 Win=502 MSS=1460');
    expect(text).toContain('PSH,ACK Seq=1 Ack=22 Win=64256 Len=36');
    expect(text).toContain('"Anda mengirim: Ini pesan dari client"');
    expect(text).toContain('! retransmission');
    expect(text).toContain('ESTABLISHED ESTABLISHED');
  });
});
