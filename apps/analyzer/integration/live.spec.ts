import { once } from 'node:events';
import { appendFileSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { createServer, type AddressInfo, type Socket } from 'node:net';
import { gzipSync } from 'node:zlib';
import { describe, expect, it } from '@jest/globals';
import { runToEnd, ScriptedServer, startProgram } from '@praktikum/peers';
import { capturingSuite } from '@praktikum/testing';
import { buildCapture, ECHO } from './build-capture.ts';
import { captureFiles } from './capture-files.ts';
import { fakeTools, onlyTool, recordsAndWaits } from './capture-tools.ts';

const files = captureFiles();
const fakeTool = fakeTools(files);
const CAPTURE = buildCapture(ECHO);
const SYN = /^ {6}1 +0\.000000 │─+ SYN Seq=0 Win=\d+ MSS=1460 ─+>│$/;
const FIN = /^ {5}10 .*FIN,ACK Seq=37 Ack=23/;
const LIVE = ['explain', '--live', '--lang', 'en'];

describe('explain --live', () => {
  it('shows each frame while the tool still captures, and the summary after Ctrl-C', async () => {
    const out = files.path('live.pcapng');
    const env = fakeTool('dumpcap', recordsAndWaits(CAPTURE));
    const program = startProgram('analyzer', [...LIVE, '--out', out], { env });
    await program.line(SYN);
    await program.line(FIN);
    expect(program.stdout).not.toContain('The handshake');
    const { code, stdout } = await program.stop('SIGINT');
    const text = stdout.toString();
    expect(text).toContain('── TCP 0  10.0.0.1:40000 → 10.0.0.2:12345 ─');
    expect(text).toContain('"Ini pesan dari client"');
    expect(text).toMatch(/live\.pcapng: 11 packets[\s\S]*The handshake[\s\S]*The close/);
    expect(text.match(/SYN Seq=0/g)).toHaveLength(1);
    expect(readFileSync(out).equals(CAPTURE)).toBe(true);
    expect(code).toBe(0);
  });

  it('leaves no tool and no file behind when nobody reads it any more', async () => {
    const folder = files.path('temporary');
    mkdirSync(folder);
    const half = CAPTURE.length / 2;
    const [first, rest] = [CAPTURE.subarray(0, half), CAPTURE.subarray(half)].map((bytes) =>
      Buffer.from(bytes).toString('base64'),
    );
    const server = createServer().listen(0, '127.0.0.1').unref();
    const connected = once(server, 'connection') as Promise<[Socket]>;
    await once(server, 'listening');
    // The tool records the other half when it is told to, and ends only when it is ended.
    const script = `
      const { connect } = require('node:net');
      connect(${(server.address() as AddressInfo).port}, '127.0.0.1').on('data', () => {
        process.stdout.write(Buffer.from('${rest}', 'base64'));
      });
      process.stdout.on('error', () => undefined);
      process.stdout.write(Buffer.from('${first}', 'base64'));`;
    const env = { ...fakeTool('dumpcap', script), TMPDIR: folder };
    const program = startProgram('analyzer', LIVE, { env });
    const [tool] = await connected;
    // It may be ended with our word unread: then its socket is reset, which is an end as well.
    tool.resume().on('error', () => undefined);
    const ended = new Promise((resolve) => tool.unref().once('close', resolve));
    await program.line(SYN);
    await program.leave();
    tool.write('more');
    expect((await program.toEnd()).code).toBe(20);
    await ended;
    server.close();
    expect(readdirSync(folder)).toEqual([]);
  });

  it('follows standard input to its end', async () => {
    const program = startProgram('analyzer', ['explain', '-', '--lang', 'en'], {
      keepInputOpen: true,
    });
    program.process.stdin.write(CAPTURE);
    await program.line(FIN);
    program.process.stdin.end();
    const { code, stdout } = await program.toEnd();
    expect(stdout.toString()).toContain('The handshake');
    expect(code).toBe(0);
  });

  it('follows a gzip file on standard input', async () => {
    const input = { input: gzipSync(CAPTURE) };
    const { code, stdout } = await runToEnd('analyzer', ['explain', '-', '--lang', 'en'], input);
    expect(
      stdout
        .toString()
        .split('\n')
        .find((line) => SYN.test(line)),
    ).toBeDefined();
    expect(stdout.toString()).toContain('The handshake');
    expect(code).toBe(0);
  });

  it.each([
    ['plain', CAPTURE.subarray(0, CAPTURE.length - 10)],
    ['gzip', gzipSync(CAPTURE).subarray(0, -20)],
  ])('says where standard input was cut (%s)', async (_, input) => {
    const args = ['explain', '-', '--lang', 'en'];
    const { code, stdout, stderr } = await runToEnd('analyzer', args, { input });
    expect(stdout.toString()).toContain('The handshake');
    expect(stderr).toContain('(ERR_CAPTURE_TRUNCATED, exit status 1)');
    expect(code).toBe(1);
  });

  it('ends on Ctrl-C although standard input stays open', async () => {
    const program = startProgram('analyzer', ['explain', '-', '--lang', 'en'], {
      keepInputOpen: true,
    });
    program.process.stdin.write(CAPTURE);
    await program.line(FIN);
    const { code, stdout } = await program.stop('SIGINT');
    expect(stdout.toString()).toContain('The close');
    expect(code).toBe(0);
  });

  it('follows a file that grows', async () => {
    const file = files.path('growing.pcapng');
    const half = CAPTURE.length / 2;
    writeFileSync(file, CAPTURE.subarray(0, half));
    const program = startProgram('analyzer', [...LIVE, file]);
    await program.line(SYN);
    expect(program.stdout).not.toMatch(/ {5}11 /);
    appendFileSync(file, CAPTURE.subarray(half));
    await program.line(FIN);
    const { code } = await program.stop('SIGINT');
    expect(code).toBe(0);
  });

  it('explains what there is of a file that ends within a packet', async () => {
    const file = files.path('cut.pcapng');
    writeFileSync(file, CAPTURE.subarray(0, CAPTURE.length - 10));
    const { code, stdout } = await runToEnd('analyzer', [...LIVE, file, '--for', '200ms']);
    expect(stdout.toString()).toContain('10 packets');
    expect(code).toBe(0);
  });

  it('shows what the filter and --stream choose', async () => {
    const file = files.write([...ECHO, { from: 'client', flags: 'S', port: 40_001 }]);
    const shown = async (...args: string[]) => {
      const { stdout } = await runToEnd('analyzer', [...LIVE, file, '--for', '200ms', ...args]);
      const [ladder = ''] = stdout.toString().split('packets,');
      return ladder.match(/^ +\d+(?= +\d+\.\d{6} │)/gm)?.map(Number);
    };
    expect(await shown('--filter=tcp.len>0')).toEqual([4, 6]);
    expect(await shown('--stream', '1')).toEqual([12]);
  });

  it.each([
    [['explain', 'a.pcapng', '--port', '80'], 'ERR_OPTION_NEEDS'],
    [['explain', 'a.pcapng', '--live', '--port', '80'], 'ERR_OPTION_CONFLICT'],
    [['explain', '-', '--json'], 'ERR_OPTION_CONFLICT'],
    [['explain'], 'ERR_NO_CAPTURE'],
    [['explain', '--live', '--filter', 'tcp.prot'], 'ERR_FILTER_UNKNOWN_FIELD'],
  ])('refuses %j', async (args, error) => {
    const { code, stderr } = await runToEnd('analyzer', args);
    expect(stderr).toContain(error);
    expect(code).toBe(2);
  });
});

for (const tool of ['dumpcap', 'tcpdump']) {
  const { suite, why } = capturingSuite(tool);
  suite(`explain --live with ${tool}${why}`, () => {
    it('shows the connection of a program that runs meanwhile', async () => {
      const server = await ScriptedServer.listen((socket) => socket.end('hai'));
      const { port } = server.endpoint;
      const connect = `require('net').connect(${port},'127.0.0.1').resume()`;
      const program = `"${process.execPath}" -e "${connect}"`;
      const env = { PATH: onlyTool(tool, files) };
      const args = [...LIVE, '--port', `${port}`, '--with', program];
      const { code, stdout } = await runToEnd('analyzer', args, { env });
      await server.close();
      expect(stdout.toString()).toMatch(
        / {6}1 +0\.000000 │─+ SYN Seq=0[\s\S]*"hai"[\s\S]*The close/,
      );
      expect(code).toBe(0);
    });
  });
}
