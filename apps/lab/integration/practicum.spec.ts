import { chmodSync, existsSync, mkdirSync, readdirSync, writeFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import {
  ScriptedServer,
  startServer,
  type ServerScript,
  type StartedServer,
} from '@praktikum/peers';
import { capturingSuite, describeOnUnix } from '@praktikum/testing';
import { LabFolder, WITHOUT_TOOLS } from './lab-run.ts';

describe('lab start', () => {
  describe('without a capture tool', () => {
    const lab = new LabFolder();
    let stdout = '';
    beforeAll(async () => {
      const result = await lab.run(['start', '--only', '1'], { env: WITHOUT_TOOLS });
      stdout = result.stdout.toString();
      expect(result).toMatchObject({ code: 0, stderr: '' });
    });

    it('says what is missing, why, and what helps', () => {
      expect(stdout).toMatch(/^! 1 TCP handshake +partly \(\d+ s\)$/m);
      expect(stdout).toContain('No capture tool is installed (dumpcap, tcpdump, tshark).');
      expect(stdout).toMatch(/→ Install Wireshark/);
    });

    it('keeps what could be observed, and says in both languages what could not', () => {
      const record = lab.experiment(1);
      expect(record).toMatchObject({ state: 'partly', findings: [] });
      const [missing] = record.missing;
      expect(missing?.why.en).toContain('No capture tool is installed');
      expect(missing?.why.id).toContain('Tidak ada program perekam terpasang');
      expect(missing?.remedies[0]?.id).not.toBe(missing?.remedies[0]?.en);
      expect(lab.read('hasil', '1-handshake', 'client.txt')).toContain('Ini pesan dari client');
    });

    it('makes a page that says the same', () => {
      const page = lab.read('hasil', 'index.html');
      expect(page).toContain('TIDAK TERAMATI');
      expect(page).toContain('NOT OBSERVED');
      expect(page).toContain('Hasil praktikum');
      expect(page).toContain('id="choose-en" checked'); // the language in which it was run
      expect(page).not.toMatch(/(src|href)="(https?:)?\/\//);
    });

    it('tries again what was partly done', async () => {
      const { stdout: again } = await lab.run(['start', '--only', '1'], { env: WITHOUT_TOOLS });
      expect(again.toString()).toMatch(/^! 1 TCP handshake +partly \(\d+ s\)$/m);
    });
  });

  const { suite, why } = capturingSuite('dumpcap');
  suite(`with a capture tool${why}`, () => {
    const lab = new LabFolder();
    beforeAll(async () => {
      expect(await lab.run(['--only', '1'])).toMatchObject({ code: 0, stderr: '' });
    });

    it('records the handshake, the exchange and the close, with their frames', () => {
      const { state, findings, exhibits, files } = lab.experiment(1);
      expect(state).toBe('done');
      const [handshake, , sent, answered, close] = findings;
      expect(handshake?.text.en).toMatch(/^Three segments opened the connection: SYN \(frame 1\)/);
      expect(handshake?.cites).toEqual([{ file: 'capture.pcapng', frames: [1, 2, 3] }]);
      expect(sent?.text.en).toMatch(/^The client sent 21 bytes/);
      expect(answered?.text.en).toMatch(/^The server sent 21 bytes/);
      expect(close?.text.en).toMatch(/closed first: FIN in frame \d+/);
      expect(exhibits.map(({ id }) => id)).toEqual(['server', 'client', 'frames', 'ladder']);
      expect(files.map(({ path }) => path)).toContain('capture.pcapng');
    });

    it('keeps every command with its exit code', () => {
      const { commands } = lab.experiment(1);
      expect(commands.filter(({ isStep }) => isStep)).toEqual([
        expect.objectContaining({
          command: expect.stringMatching(/^node praktikum simple-server/),
        }),
        expect.objectContaining({
          command: expect.stringMatching(/^node praktikum analyzer capture/),
        }),
        expect.objectContaining({
          command: expect.stringMatching(/^node praktikum client 127.0.0.1 \d+$/),
          exitCode: 0,
          output: 'client.txt',
        }),
      ]);
    });

    it('does not repeat what is done, and leaves nothing but results', async () => {
      const before = lab.experiment(1);
      const { stdout } = await lab.run(['--only', '5']);
      expect(stdout.toString()).toContain('- 5 My own server');
      expect(lab.experiment(1)).toEqual(before);
      expect(readdirSync(lab.file('hasil')).sort()).toEqual([
        '1-handshake',
        '5-mine',
        'evidence.json',
        'index.html',
      ]);
    });
  });

  describe('with what others have made of the folder', () => {
    const lab = new LabFolder();
    beforeAll(() => lab.run(['--only', '5']));

    it('refuses evidence that was changed by hand', async () => {
      const changed = lab.read('hasil', 'evidence.json').replace('"state"', '"State"');
      mkdirSync(lab.file('changed'));
      writeFileSync(lab.file('changed', 'evidence.json'), changed);
      const { code, stderr } = await lab.run(['--only', '5', '--out', 'changed']);
      expect(stderr).toContain('is not as this program has written it');
      expect(code).toBe(22);
      expect(lab.read('changed', 'evidence.json')).toBe(changed);
    });

    it.each([['{'], ['[]'], ['null'], ['{"format":2}'], ['\u0000']])(
      'refuses %j as evidence',
      async (text) => {
        mkdirSync(lab.file('odd'), { recursive: true });
        writeFileSync(lab.file('odd', 'evidence.json'), text);
        expect(await lab.run(['--out', 'odd', '--only', '5'])).toMatchObject({ code: 22 });
      },
    );

    it.each([
      ['a file in place of the folder', 'file'],
      ['a file on the way to it', 'file/hasil'],
    ])('explains %s', async (_what, out) => {
      writeFileSync(lab.file('file'), '');
      const { code, stderr } = await lab.run(['--out', out, '--only', '5']);
      expect(stderr).toMatch(/^Error: The file \S*file\S* (cannot be used|already exists)/);
      expect(code).toBe(14);
    });

    const suite = process.getuid?.() === 0 ? describe.skip : describe;
    suite('where nothing may be written', () => {
      it('explains that, and its exit code is 14', async () => {
        mkdirSync(lab.file('closed'));
        chmodSync(lab.file('closed'), 0o555);
        const { code, stderr } = await lab.run(['--out', 'closed', '--only', '5']);
        expect(stderr).toContain('permission denied');
        expect(code).toBe(14);
      });
    });

    it.each([
      [['--only', '9'], '--only'],
      [['--server', ''], 'host'],
      [['--target', 'localhost:99999'], '99999'],
      [['extra'], 'too many arguments'],
    ])('refuses %j', async (args, word) => {
      const { code, stderr } = await lab.run(args);
      expect(stderr).toContain(word);
      expect(code).toBe(2);
    });
  });

  describe('against a server that somebody else has started', () => {
    const lab = new LabFolder();
    let server: StartedServer;
    beforeAll(async () => {
      server = await startServer('threaded-server');
    });
    afterAll(() => server.stop('SIGKILL'));

    it('uses it, and says so', async () => {
      const place = `127.0.0.1:${server.endpoint.port}`;
      const { stdout } = await lab.run(['--only', '1', '--server', place], { env: WITHOUT_TOOLS });
      expect(stdout.toString()).toMatch(/^! 1 TCP handshake/m);
      const { mechanism, commands } = lab.experiment(1);
      expect(mechanism.en).toBe(`Client on this machine, server at ${place}.`);
      expect(commands.filter(({ command }) => command.includes('server '))).toEqual([]);
      expect(lab.read('hasil', '1-handshake', 'client.txt')).toContain('Anda mengirim: ');
    });
  });

  const lab = new LabFolder();

  it('takes a number alone for a port of this machine', async () => {
    const server = await startServer('simple-server');
    const { port } = server.endpoint;
    await lab.run(['--only', '1', '--server', String(port)], { env: WITHOUT_TOOLS });
    await server.stop('SIGKILL');
    expect(lab.experiment(1).server).toEqual({ host: 'localhost', port });
  });

  it('says how the report is made of results elsewhere, and puts none beside other things', async () => {
    const { stdout } = await lab.run(['--only', '5', '--out', 'my results']);
    expect(stdout.toString()).toContain('Next: node praktikum lab report --results "my results"');
    mkdirSync(lab.file('mine'));
    writeFileSync(lab.file('mine', 'index.html'), 'mine');
    const { code, stderr } = await lab.run(['--only', '5', '--out', 'mine']);
    expect(stderr).toContain('mine holds something else (index.html)');
    expect(code).toBe(14);
    expect(lab.read('mine', 'index.html')).toBe('mine');
  });

  describeOnUnix('with a tool that sees nothing', () => {
    const lab = new LabFolder();

    it('ends a capture that sees nothing', async () => {
      mkdirSync(lab.file('tools'));
      const script = '#!/bin/sh\ntrap "exit 0" INT TERM\nwhile :; do /bin/sleep 0.1; done\n';
      writeFileSync(lab.file('tools', 'dumpcap'), script, { mode: 0o755 });
      const { code } = await lab.run(['--only', '1'], { env: { PATH: lab.file('tools') } });
      expect(code).toBe(0);
      const [missing] = lab.experiment(1).missing;
      expect(missing?.why.en).toContain('recorded nothing and did not end');
      expect(missing?.remedies[0]?.en).toContain('analyzer interfaces');
    });
  });

  describe('with a server that does not do its part', () => {
    const lab = new LabFolder();

    it.each<[string, ServerScript]>([
      ['leaves at once', (socket) => socket.destroy()],
      ['resets the connection', (socket) => socket.resetAndDestroy()],
      [
        'takes all and answers nothing',
        (socket) => socket.resume().once('end', () => socket.end()),
      ],
    ])('keeps what a client said of one that %s', async (_how, script) => {
      const server = await ScriptedServer.listen(script);
      const place = `127.0.0.1:${server.endpoint.port}`;
      const { code, stdout } = await lab.run(['--only', '1', '--server', place], {
        env: WITHOUT_TOOLS,
      });
      await server.close();
      expect(stdout.toString()).toMatch(/^✗ 1 TCP handshake +failed/m);
      expect(code).toBe(21);
      expect(lab.experiment(1).state).toBe('failed');
      expect(existsSync(lab.file('hasil', '1-handshake', 'client.txt'))).toBe(true);
    });

    it('names a host that nobody knows', async () => {
      const { code, stdout } = await lab.run(['--only', '1', '--server', 'nosuch.invalid'], {
        env: WITHOUT_TOOLS,
      });
      expect(stdout.toString()).toContain('nosuch.invalid');
      expect(stdout.toString()).not.toContain('unexpected');
      expect(code).toBe(21);
    });

    it('names nobody who listens, and the next run goes on', async () => {
      const server = await ScriptedServer.listen(() => undefined);
      const { port } = server.endpoint;
      await server.close();
      const { code, stdout } = await lab.run(['--only', '1', '--server', `127.0.0.1:${port}`], {
        env: WITHOUT_TOOLS,
      });
      expect(stdout.toString()).toContain('was refused');
      expect(code).toBe(21);
      const again = await lab.run(['--only', '1'], { env: WITHOUT_TOOLS });
      expect(again.code).toBe(0);
      expect(lab.experiment(1).state).toBe('partly');
      const towards = ['--only', '1', '--server', `127.0.0.1:${port}`];
      const repeated = await lab.run(towards, { env: WITHOUT_TOOLS });
      expect(repeated.stdout.toString()).toContain('The earlier results are kept.');
      expect(repeated.stderr).toContain(`Try again: node praktikum lab ${towards.join(' ')}`);
      expect(lab.experiment(1).state).toBe('partly');
    });
  });

  describeOnUnix('interrupted', () => {
    const lab = new LabFolder();

    it('ends what it has started and keeps nothing half', async () => {
      const running = lab.start(['--only', '2'], { env: WITHOUT_TOOLS });
      await running.line(/^Practicum/);
      const { code } = await running.stop('SIGINT');
      expect(code).toBe(130);
      expect(running.stdout).toMatch(/^Stopped\. The same command goes on/m);
      expect(readdirSync(lab.file('hasil')).sort()).toEqual(['evidence.json', 'index.html']);
    });
  });
});
