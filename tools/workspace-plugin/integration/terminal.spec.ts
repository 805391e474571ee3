import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { afterAll, afterEach, beforeAll, expect, it } from '@jest/globals';
import { ScriptedServer, startOnTerminal, type RunningProgram } from '@praktikum/peers';
import { describeWith } from '@praktikum/testing';
import type { Probe } from './probe.ts';
import { ProbedWorkspace } from './probed-workspace.ts';

/** Nx under a terminal as a person has one: `script` opens it and types what it is given. */
describeWith('script', 'nx on a terminal', () => {
  let workspace: ProbedWorkspace;
  beforeAll(async () => void (workspace = await ProbedWorkspace.open()));
  afterAll(() => workspace.remove());

  let nx: RunningProgram | undefined;
  afterEach(() => nx?.stop('SIGKILL')); // ends all that runs on its terminal

  function onTerminal(command: string): RunningProgram {
    const inWorkspace = `cd '${workspace.root}' && ${command}`;
    // What a probe ignores is ended by Nx after a second.
    const env = { ...workspace.probeEnvironment, NX_PROCESS_KILL_GRACE_PERIOD: '1000' };
    return startOnTerminal(inWorkspace, { timeoutMs: 170_000, env });
  }

  const type = (keys: string) => nx!.process.stdin.write(keys);

  /** A probe that Nx runs right after it has built an app, on the same terminal. */
  async function probeAfterBuild(): Promise<Probe> {
    const started = workspace.nextProbe();
    nx = onTerminal('npx nx serve probe --skip-nx-cache');
    const probe = await started;
    expect((await probe.started()).terminal).toEqual([true, true]);
    return probe;
  }

  // What is typed may go the wrong way or the right one, by chance: three times it is hardly luck.
  it.each([1, 2, 3])('hands what is typed to the program, not to the build (%i)', async () => {
    const probe = await probeAfterBuild();
    type('halo\r');
    expect(await probe.next()).toEqual({ typed: 'halo\n' });
  });

  it.each([1, 2, 3])(
    'hands Ctrl-C to the program as one SIGINT, and leaves nothing (%i)',
    async () => {
      const probe = await probeAfterBuild();
      type('\u0003');
      expect(await probe.untilEnd()).toEqual(['SIGINT']);
      await nx!.toEnd();
    },
  );

  it('hands the end of the terminal to the program as one SIGHUP, and leaves nothing', async () => {
    const probe = await probeAfterBuild();
    await nx!.stop('SIGKILL');
    expect(await probe.untilEnd()).toEqual(['SIGHUP']);
  });

  it('ends a server at Ctrl-C by the way it has', async () => {
    nx = onTerminal('npx nx serve simple-server -- 127.0.0.1 0');
    await nx.line(/^Menunggu koneksi/);
    type('\u0003');
    await nx.line(/Menghentikan server/);
    await nx.toEnd();
  });

  it('ends two servers at one Ctrl-C', async () => {
    nx = onTerminal('npx nx run-many -t serve -p simple-server threaded-server -- 127.0.0.1 0');
    await Promise.all([nx.line(/^Menunggu koneksi/), nx.line(/^Server berjalan/)]);
    type('\u0003');
    const { stdout } = await nx.toEnd();
    expect(stdout.toString().match(/Menghentikan server/g)).toHaveLength(2);
  });

  it('hands what is piped in to the client', async () => {
    const received = Promise.withResolvers<string>();
    const peer = await ScriptedServer.listen(async (socket) => {
      received.resolve(await text(socket));
      socket.end();
    });
    const { port } = peer.endpoint;
    nx = onTerminal(`printf Halo | npx nx run client:start --skip-nx-cache -- 127.0.0.1 ${port}`);
    expect(await received.promise).toBe('Halo');
    await nx.toEnd();
    await peer.close();
  });

  it.each([40, 80, 200])('leaves a text as it is on %i columns', async (columns) => {
    const file = join(workspace.root, `text-${columns}`);
    // What a terminal itself does to a line feed is switched off.
    const plain = `stty -opost columns ${columns}`;
    nx = onTerminal(`${plain}; npx nx run probe:print -- ${file} ${1024 * 1024}`);
    const { stdout } = await nx.toEnd();
    const [begin, end] = ['BEGIN\n', 'END\n'].map((mark) => stdout.indexOf(mark));
    const shown = stdout.subarray(begin! + 'BEGIN\n'.length, end);
    const written = readFileSync(file);
    expect(written.length).toBeGreaterThanOrEqual(1024 * 1024);
    expect(shown.equals(written)).toBe(true);
  });
});
