import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';
import { runToEnd, ScriptedServer, startProgram } from '@praktikum/peers';
import { capturingSuite, describeWithFullDisk, FULL_DISK, itOnUnix } from '@praktikum/testing';
import { answersByName } from './asked-questions.ts';
import { buildCapture, ECHO } from './build-capture.ts';
import { captureFiles } from './capture-files.ts';
import { fakeTools, onlyTool, recordsAndWaits } from './capture-tools.ts';

const files = captureFiles();
const CAPTURE = buildCapture(ECHO);

const fakeTool = fakeTools(files);
const RECORDS = recordsAndWaits(CAPTURE);

const fails = (message: string) =>
  `process.stderr.write(${JSON.stringify(message)}); process.exitCode = 1;`;

/** Whether a process runs; one that has ended may wait for its parent as a zombie. */
function runs(pid: string): boolean {
  try {
    return !/^\d+ \(.*\) Z/.test(readFileSync(`/proc/${pid}/stat`, 'utf8'));
  } catch {
    return false;
  }
}

describe('capture', () => {
  it.each(['SIGINT', 'SIGTERM'] as const)('ends cleanly on %s, the file whole', async (signal) => {
    const out = files.path(`${signal}.pcapng`);
    const env = fakeTool('dumpcap', RECORDS);
    const args = ['capture', '--port', '12345', '--out', out, '--lang', 'en'];
    const program = startProgram('analyzer', args, { env });
    await program.line(/^Capturing on \S+ with dumpcap into /);
    const { code, stdout } = await program.stop(signal);
    expect(stdout.toString()).toContain(`11 packets captured in ${out}`);
    expect(readFileSync(out).equals(CAPTURE)).toBe(true);
    expect(code).toBe(0);
  });

  it.each([
    ['--for', '200ms'],
    ['--until-idle', '100ms'],
    ['--with', `"${process.execPath}" --version`],
  ])('ends by itself with %s %s', async (option, value) => {
    const out = files.path(`own${option}.pcapng`);
    const args = ['capture', '--out', out, option, value, '--lang', 'id'];
    const env = { PATH: `${fakeTool('dumpcap', RECORDS).PATH}:/bin:/usr/bin` };
    const { code, stdout } = await runToEnd('analyzer', args, { env });
    expect(stdout.toString()).toContain('11 paket terekam');
    if (option === '--with') expect(stdout.toString()).toContain(process.version);
    expect(code).toBe(0);
  });

  itOnUnix('ends all that the program of --with has started, obedient or not', async () => {
    const out = files.path('group.pcapng');
    const env = { PATH: `${fakeTool('dumpcap', RECORDS).PATH}:/bin:/usr/bin` };
    const pids = files.path('pids');
    const stubborn = `trap "" TERM; echo $$ > ${pids}; sleep 600 & echo $! >> ${pids}; wait; sleep 600`;
    const args = ['capture', '--out', out, '--for', '500ms', '--with', stubborn];
    const { stdout } = await runToEnd('analyzer', args, { env });
    expect(stdout.toString()).toContain('11 paket terekam');
    expect(readFileSync(pids, 'utf8').trim().split('\n').filter(runs)).toEqual([]);
  });

  it('does not write over a file, unless --force says so', async () => {
    const out = files.path('kept.pcapng');
    writeFileSync(out, 'an older capture, longer than nothing');
    const env = fakeTool('dumpcap', RECORDS);
    const args = ['capture', '--out', out, '--for', '200ms', '--lang', 'en'];
    const refused = await runToEnd('analyzer', args, { env });
    expect(refused.stderr).toContain('(ERR_OUTPUT_EXISTS, exit status 14)');
    expect(refused.stderr).toContain('--force');
    expect(readFileSync(out, 'utf8')).toBe('an older capture, longer than nothing');
    expect((await runToEnd('analyzer', [...args, '--force'], { env })).code).toBe(0);
    expect(readFileSync(out).equals(CAPTURE)).toBe(true);
  });

  it('leaves the old file as it was when the tool cannot capture', async () => {
    const out = files.path('old.pcapng');
    writeFileSync(out, 'an older capture');
    const env = fakeTool('dumpcap', fails('You do not have permission'));
    const { code } = await runToEnd('analyzer', ['capture', '--out', out, '--force'], { env });
    expect(code).toBe(19);
    expect(readFileSync(out, 'utf8')).toBe('an older capture');
  });

  it('says what to install when there is no tool', async () => {
    const env = { PATH: files.path('nowhere') };
    const { code, stderr } = await runToEnd('analyzer', ['capture', '--lang', 'en'], { env });
    expect(stderr).toContain('No capture tool is installed (dumpcap, tcpdump, tshark).');
    expect(stderr).toMatch(/Install Wireshark/);
    expect(code).toBe(19);
  });

  it.each([
    ['dumpcap', 'dumpcap: You do not have permission to capture on device "lo".', 'PERMISSION'],
    ['tcpdump', "tcpdump: You don't have permission to perform this capture", 'PERMISSION'],
    ['dumpcap', 'dumpcap: There is no device named "nosuch0".', 'INTERFACE'],
    ['tshark', 'tshark: something nobody has seen before', 'FAILED'],
  ])('explains why %s cannot capture: %s', async (tool, message, code) => {
    const env = fakeTool(tool, fails(message));
    const out = files.path('never.pcapng');
    const args = ['capture', '--out', out, '--lang', 'en'];
    const { code: exit, stderr } = await runToEnd('analyzer', args, { env });
    expect(stderr).toContain(`(ERR_CAPTURE_${code}, exit status 19)`);
    if (code === 'PERMISSION') expect(stderr).toMatch(/group wireshark|administrator|ChmodBPF/);
    expect(() => readFileSync(out)).toThrow('ENOENT');
    expect(exit).toBe(19);
  });
});

describe('a tool that does not run', () => {
  // Like one for which there is no process left (EAGAIN): the system finds it, and does not start it.
  const unstartable = () => {
    const folder = files.path('unstartable');
    mkdirSync(folder, { recursive: true });
    writeFileSync(`${folder}/dumpcap`, '#!/nonexistent/program\n', { mode: 0o755 });
    return { PATH: folder };
  };

  it.each([['capture'], ['interfaces']])(
    'is explained by %s when it cannot be started',
    async (command) => {
      const { code, stderr } = await runToEnd('analyzer', [command, '--lang', 'en'], {
        env: unstartable(),
      });
      expect(stderr).toMatch(/dumpcap cannot capture: spawn.*ENOENT/);
      expect(stderr).toContain('(ERR_CAPTURE_FAILED, exit status 19)');
      expect(code).toBe(19);
    },
  );

  it('is not waited for when it is to list the interfaces', async () => {
    const env = fakeTool('dumpcap', 'setInterval(() => undefined, 1000);');
    const { code, stderr } = await runToEnd('analyzer', ['interfaces', '--lang', 'en'], { env });
    expect(stderr).toMatch(/dumpcap cannot capture: spawn.*ETIMEDOUT/);
    expect(code).toBe(19);
  });
});

describeWithFullDisk('capture to a full disk', () => {
  it('says so, and ends with its tool', async () => {
    const env = fakeTool('dumpcap', RECORDS);
    const args = ['capture', '--out', FULL_DISK, '--force', '--lang', 'en'];
    const { stderr, code } = await runToEnd('analyzer', args, { env });
    expect(stderr).toContain(`${FULL_DISK} cannot be`);
    expect(stderr).toContain('the disk is full');
    expect(code).toBe(14);
  });
});

for (const tool of ['dumpcap', 'tcpdump']) describeCapturing(tool);

/** With the real program, where it is installed and allowed to capture. */
function describeCapturing(tool: string): void {
  const { suite, why } = capturingSuite(tool);
  suite(`capture with ${tool}${why}`, () => {
    it('records a connection from its SYN on', async () => {
      const server = await ScriptedServer.listen((socket) => socket.end('hai'));
      const { port } = server.endpoint;
      const out = files.path(`${tool}.pcapng`);
      // It outlives its connection: a tool hands its last packets on up to a quarter of a second late.
      const connect = `require('net').connect(${port},'127.0.0.1').resume().on('close',()=>setTimeout(()=>{},1500))`;
      const args = ['capture', '--port', `${port}`, '--out', out, '--lang', 'en'];
      const env = { PATH: onlyTool(tool, files) };
      const program = `"${process.execPath}" -e "${connect}"`;
      const captured = await runToEnd('analyzer', [...args, '--with', program], { env });
      await server.close();
      expect(captured.stdout.toString()).toContain(`with ${tool} into`);
      // Not always 0: until the filter is set, what others send through the interface fills the buffer.
      expect(captured.stdout.toString()).toMatch(/^\d+ packets captured in .*, lost: \d+$/m);
      const { syn, close } = await answersByName(out);
      expect(syn).toMatchObject({ missing: false, frames: [1] });
      expect(close).toMatchObject({ missing: false });
    });

    it('lists the interfaces with the loopback', async () => {
      const env = { PATH: onlyTool(tool, files) };
      const { stdout } = await runToEnd('analyzer', ['interfaces', '--json'], { env });
      expect(JSON.parse(stdout.toString())).toContainEqual(
        expect.objectContaining({ loopback: true, name: 'lo' }),
      );
    });
  });
}
