import { writeFileSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';
import { encodeInterface, encodePacket, encodeSectionHeader } from '@praktikum/capture';
import { runToEnd, shellCommand, startCommand } from '@praktikum/peers';
import { itOnUnix } from '@praktikum/testing';
import { buildCapture, ECHO } from './build-capture.ts';
import { captureFiles } from './capture-files.ts';
import { mixedCapture } from './mixed-capture.ts';

const files = captureFiles();

/** A file of packets of a link type, behind a capture that is read where there is one. */
function capture(linkType: number, data: Uint8Array, before?: Uint8Array): string {
  const file = files.path(`${linkType}-${data.length}-${before ? 'more' : 'alone'}.pcapng`);
  const interfaceId = before ? 1 : 0;
  const packet = encodePacket({ interfaceId, seconds: 1_700_000_002, nanoseconds: 0, data });
  const start = before ?? encodeSectionHeader();
  writeFileSync(file, Buffer.concat([start, encodeInterface({ linkType }), packet, packet]));
  return file;
}

async function said(command: string, file: string, ...args: string[]) {
  const { stdout, stderr, code } = await runToEnd('analyzer', [command, file, ...args]);
  return { text: `${stdout.toString()}${stderr}`.replaceAll(/\s+/g, ' '), stdout, code };
}

describe('what cannot be read', () => {
  it.each(['explain', 'questions', 'conversations'])('is named by %s', async (command) => {
    const unknown = await said(command, capture(7, Buffer.alloc(8)), '--lang', 'en');
    expect(unknown).toMatchObject({ code: 0 });
    expect(unknown.text).toContain('Link type 7 ARCNET is not decoded (2 packets)');
    expect(unknown.text).not.toContain('right interface');
    const damaged = await said(command, capture(239, Buffer.from([0, 0, 0, 8, 0x45, 0, 0, 44])));
    expect(damaged.text).toContain('2 paket dengan link type 239 NFLOG tidak dapat dibaca');
  });

  it('is named beside what was read, and in JSON', async () => {
    const file = capture(7, Buffer.alloc(8), buildCapture(ECHO));
    expect((await said('explain', file, '--lang', 'en')).text).toContain('7 ARCNET is not decoded');
    const { stdout } = await said('explain', file, '--json');
    const document = JSON.parse(stdout.toString()) as { unread: unknown };
    expect(document.unread).toEqual([{ linkType: '7 ARCNET', fault: null, packets: 2 }]);
  });
});

itOnUnix.each(['/dev/zero', '-'])('is no capture: %s is not read to its end', async (file) => {
  const endless = startCommand(
    'sh',
    ['-c', `yes | ${shellCommand('analyzer', ['explain', file])}`],
    { ownGroup: true },
  );
  const { stderr } = await endless.toEnd();
  expect(stderr).toContain('ERR_CAPTURE_FORMAT');
});

it('says of a mixed capture how to explain its UDP conversations', async () => {
  const file = files.path('mixed.pcapng');
  writeFileSync(file, mixedCapture());
  const { text } = await said('explain', file, '--lang', 'en');
  expect(text).toMatch(/Explained: stream \d+ of \d+/);
  expect(text).toContain(
    "There are UDP conversations too: 3. To explain one: --filter='udp.stream == N'",
  );
});
