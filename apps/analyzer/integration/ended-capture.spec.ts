import { once } from 'node:events';
import { mkdirSync, rmSync } from 'node:fs';
import { type AddressInfo, createServer, type Socket } from 'node:net';
import { describe, expect, it } from '@jest/globals';
import { runToEnd, startProgram } from '@praktikum/peers';
import { describeWithSmallDisk } from '@praktikum/testing';
import { buildCapture, ECHO } from './build-capture.ts';
import { captureFiles } from './capture-files.ts';
import { fakeTools, recordsAndWaits } from './capture-tools.ts';

const files = captureFiles();
const fakeTool = fakeTools(files);
const CAPTURE = buildCapture(ECHO);
const CUT = CAPTURE.subarray(0, CAPTURE.length - 10);
/** Ten of eleven packets and a half one, and then it is gone, as by `kill -9`. */
const KILLED = `
  process.stdout.write(Buffer.from('${Buffer.from(CUT).toString('base64')}', 'base64'), () =>
    process.kill(process.pid, 'SIGKILL'));`;

async function packetsIn(file: string): Promise<[code: number | null, packets: number]> {
  const { code, stdout } = await runToEnd('analyzer', ['explain', file, '--json']);
  return [code, (JSON.parse(stdout.toString()) as { packets: number }).packets];
}

describe('a capture whose tool is killed', () => {
  it('keeps what came until then, and says why it ended', async () => {
    const out = files.path('killed.pcapng');
    const env = fakeTool('dumpcap', KILLED);
    const args = ['capture', '--out', out, '--lang', 'en'];
    const { code, stdout, stderr } = await runToEnd('analyzer', args, { env });
    expect(stdout.toString()).toContain(`10 packets captured in ${out}`);
    expect(stderr).toContain('dumpcap was ended from outside (SIGKILL) while it captured.');
    expect(stderr).toContain('is whole and can be read: 10 packets');
    expect(stderr).toContain('(ERR_CAPTURE_KILLED, exit status 19)');
    expect(code).toBe(19);
    expect(await packetsIn(out)).toEqual([0, 10]);
  });

  it('is explained as far as it came, and names no file that is gone', async () => {
    const env = fakeTool('dumpcap', KILLED);
    const args = ['explain', '--live', '--lang', 'id'];
    const { code, stdout, stderr } = await runToEnd('analyzer', args, { env });
    expect(stdout.toString()).toMatch(/^\S+: 10 paket[\s\S]*Handshake/m);
    expect(stdout.toString()).not.toContain('live.pcapng');
    expect(stderr).toContain('Yang sudah terekam dijelaskan di atas: 10 paket.');
    expect(code).toBe(19);
  });
});

it('leaves no tool behind that captures on when it is killed itself', async () => {
  const server = createServer().listen(0, '127.0.0.1').unref();
  const connected = once(server, 'connection') as Promise<[Socket]>;
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  // It holds its connection for as long as it lives, and writes no packet that would tell it anything.
  const script = `require('node:net').connect(${port}, '127.0.0.1');${recordsAndWaits(CAPTURE)}`;
  const env = fakeTool('dumpcap', script);
  const program = startProgram('analyzer', ['capture', '--out', files.path('k'), '--lang', 'en'], {
    env,
  });
  await program.line(/^Capturing on /);
  const [tool] = await connected;
  const ended = once(tool.resume(), 'close');
  program.process.kill('SIGKILL');
  await program.toEnd();
  await ended;
  server.close();
});

describeWithSmallDisk('a capture that fills the disk', 64, (disk) => {
  const large = buildCapture(Array.from({ length: 1000 }, () => ECHO[3]!));

  it('is kept as far as there was room, whole', async () => {
    const out = `${disk}/full.pcapng`;
    const env = fakeTool('dumpcap', recordsAndWaits(large));
    const args = ['capture', '--out', out, '--lang', 'en'];
    const { code, stderr } = await runToEnd('analyzer', args, { env });
    const [, kept] = /is whole and can be read: (\d+) packets/.exec(stderr) ?? [];
    expect(stderr).toContain(`${out} cannot be written any more (the disk is full)`);
    expect(stderr).toContain('--out FILE');
    expect(code).toBe(14);
    expect(Number(kept)).toBeGreaterThan(100);
    expect(await packetsIn(out)).toEqual([0, Number(kept)]);
    rmSync(out);
  });

  it.each([
    ['by a tool', ['explain', '--live', '--lang', 'en'], undefined],
    ['from standard input', ['explain', '-', '--lang', 'en'], large],
  ])('is explained as far as there was room (%s)', async (_, args, input) => {
    const temporary = `${disk}/tmp`;
    mkdirSync(temporary, { recursive: true });
    const env = { ...fakeTool('dumpcap', recordsAndWaits(large)), TMPDIR: temporary };
    const { code, stdout, stderr } = await runToEnd('analyzer', args, {
      env,
      ...(input ? { input } : {}),
    });
    expect(stdout.toString()).toMatch(/^[^:]+: \d+ packets, TCP connections: 1/m);
    expect(stderr).toMatch(
      /the disk is full\)\. What was captured until then is explained above: \d+ p/,
    );
    expect(stderr).toContain('(ERR_CAPTURE_UNSAVED, exit status 14)');
    expect(code).toBe(14);
  });
});
