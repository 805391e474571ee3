import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { afterAll, describe, expect, it } from '@jest/globals';
import { runToEnd } from '@praktikum/peers';
import { encodeInterface, encodePacket, encodeSectionHeader } from '@praktikum/capture';

const MAIN = join(import.meta.dirname, '..', 'dist', 'main.js');
const folder = mkdtempSync(join(tmpdir(), 'analyzer-'));

/** SYN and the reset that refuses it, on 127.0.0.1 without a link header. */
const IP = '45000028000100004006' + '0000' + '7f000001' + '7f000001';
const SYN = Buffer.from(`${IP}9c403039000004000000000050020fa000000000`, 'hex');
const REFUSAL = Buffer.from(`${IP}30399c4000000000000004015014000000000000`, 'hex');

const capture = Buffer.concat([
  encodeSectionHeader(),
  encodeInterface({ linkType: 101 }),
  encodePacket({ seconds: 1, nanoseconds: 0, data: SYN }),
  encodePacket({ seconds: 1, nanoseconds: 20_000, data: REFUSAL }),
]);

function analyze(command: string, content?: Uint8Array) {
  const file = join(folder, 'capture');
  if (content) writeFileSync(file, content);
  const env: NodeJS.ProcessEnv = { ...process.env, LANG: 'id_ID.UTF-8' };
  delete env['NODE_OPTIONS'];
  delete env['LC_ALL'];
  const args = content ? [MAIN, command, file] : [MAIN, command];
  const { status, stdout, stderr } = spawnSync(process.execPath, args, { env, encoding: 'utf8' });
  const lines = stdout.split('\n').filter((line) => line !== '');
  return { status, stderr, objects: lines.map((line): unknown => JSON.parse(line)) };
}

afterAll(() => rmSync(folder, { recursive: true }));

describe('analyzer', () => {
  it.each([
    ['plain', capture],
    ['gzip', gzipSync(capture)],
  ])('prints the packets of a %s file', (_, content) => {
    expect(analyze('packets', content)).toMatchObject({
      status: 0,
      stderr: '',
      objects: [
        { number: 1, stream: 0, states: ['SYN-SENT', 'LISTEN'] },
        { number: 2, stream: 0, ack: 1, ackRtt: 0.00002, states: ['CLOSED', 'CLOSED'] },
      ],
    });
  });

  it('prints conversations, and why one was reset', () => {
    expect(analyze('conversations', capture).objects).toMatchObject([
      { client: { port: 40_000 }, reset: { frame: 2, by: 'server', cause: 'refused' } },
    ]);
  });

  it('prints the conversations of a gzip file that is cut', () => {
    const { status, objects } = analyze('conversations', gzipSync(capture).subarray(0, -20));
    expect([status, objects.length]).toEqual([1, 1]);
  });

  it.each([
    ['plain', capture.subarray(0, -9), 'terpotong'],
    ['gzip', gzipSync(Buffer.concat([capture, Buffer.alloc(40)])).subarray(0, -20), 'terpotong'],
  ])(
    'prints what is readable of a damaged %s file, says where it stopped, and exits with 1',
    (_, content, word) => {
      const { status, stderr, objects } = analyze('packets', content);
      expect([status, objects.length > 0, stderr.includes(word)]).toEqual([1, true, true]);
      expect(stderr).not.toBe('');
      expect(stderr).not.toContain('    at ');
    },
  );

  it.each([
    ['without a file', ['packets'], 'ERR_NO_CAPTURE', 2],
    ['without a file', ['questions'], 'ERR_NO_CAPTURE', 2],
    ['with an unknown command', ['frames', 'x'], 'ERR_COMMAND_UNKNOWN', 2],
    ['with a mistyped command', ['explane', 'x'], 'ERR_COMMAND_UNKNOWN', 2],
    ['with a file that is not there', ['packets', 'nosuch.pcap'], 'ERR_FILE', 14],
    ['with a file that is no capture', ['packets', MAIN], 'ERR_CAPTURE_FORMAT', 1],
  ])('says what is wrong when started %s', async (_, args, code, exit) => {
    const result = await runToEnd('analyzer', args);
    expect(result.stderr).toContain(`(${code}, status keluar ${exit})`);
    expect(result.code).toBe(exit);
  });

  it.each(['explain', 'questions'])(
    '%s of what is no capture says one thing, in one language',
    (name) => {
      const { stdout, stderr } = spawnSync(process.execPath, [MAIN, name, MAIN, '--lang', 'id'], {
        encoding: 'utf8',
      });
      expect(stdout).toBe('');
      expect(stderr.split('\n')).toEqual([
        `Kesalahan: Berkas ${MAIN} bukan rekaman pcap atau pcapng.`,
        'Yang dapat dilakukan:',
        '  - Di Wireshark: File > Save As, jenis pcapng atau pcap.',
        '(ERR_CAPTURE_FORMAT, status keluar 1)',
        '',
      ]);
    },
  );

  it.each(['id', 'en'])('has help in %s', async (language) => {
    const { stdout, code } = await runToEnd('analyzer', ['packets', '--help', '--lang', language]);
    expect(stdout.toString()).toContain(language === 'id' ? 'Pemakaian:' : 'Usage:');
    expect(code).toBe(0);
  });
});
