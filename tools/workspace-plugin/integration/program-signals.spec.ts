import { once } from 'node:events';
import { afterAll, afterEach, beforeAll, expect, it } from '@jest/globals';
import { ScriptedClient } from '@praktikum/peers';
import { describeOnUnix } from '@praktikum/testing';
import { printed, readyPort } from './printed.ts';
import { ProbedWorkspace } from './probed-workspace.ts';
import { start } from './run-nx.ts';

/** Nx gives what it ends no more than this, and the probe never listens. */
const SHORT_GRACE = { NX_PROCESS_KILL_GRACE_PERIOD: '2000' };

describeOnUnix('a program that Nx runs without a terminal', () => {
  let workspace: ProbedWorkspace;
  beforeAll(async () => void (workspace = await ProbedWorkspace.open()));
  afterAll(() => workspace.remove());

  let nx: ReturnType<typeof start> | undefined;
  afterEach(() => {
    // The group has ended where the test has succeeded.
    if (nx?.exitCode === null && nx.signalCode === null) process.kill(-nx.pid!, 'SIGKILL');
  });

  function startNx(...args: string[]): ReturnType<typeof start> {
    const env = { ...workspace.probeEnvironment, ...SHORT_GRACE };
    return (nx = start(workspace.root, 'nx', args, { env, detached: true }));
  }

  it.each([
    ['SIGTERM', 'Nx', ['SIGTERM']],
    ['SIGINT', 'Nx', ['SIGTERM']],
    ['SIGHUP', 'Nx', ['SIGTERM']],
    ['SIGKILL', 'Nx', ['SIGTERM']],
    ['SIGINT', 'the whole group', ['SIGINT']],
    ['SIGTERM', 'the whole group', ['SIGTERM']],
    // A server may take the first for "reload", and has to hear the second then.
    ['SIGHUP', 'the whole group', ['SIGHUP', 'SIGTERM']],
  ] as const)('when %s is sent to %s gets %j, and does not outlive Nx', async (signal, to, got) => {
    const started = workspace.nextProbe();
    const { pid } = startNx('start', 'probe');
    const closed = once(nx!, 'close');
    const probe = await started;
    await probe.started();
    process.kill(to === 'Nx' ? pid! : -pid!, signal);
    expect(await probe.untilEnd()).toEqual(got);
    await closed;
  });

  it('finishes what it has begun when Nx is told to stop', async () => {
    const serve = ['serve', 'simple-server', '--', '127.0.0.1', '0'];
    nx = start(workspace.root, 'nx', serve, { detached: true });
    const closed = once(nx, 'close');
    const client = await ScriptedClient.connect({ host: '127.0.0.1', port: await readyPort(nx) });
    client.socket.pause();
    const long = Buffer.alloc(8 * 1024 * 1024, 'x');
    client.socket.end(long);
    const stopping = printed(nx, /"event":"stopping"/);
    nx.kill('SIGTERM');
    await stopping;
    client.socket.resume();
    await client.receiveToEnd();
    expect(client.received.equals(long)).toBe(true);
    await closed;
  });
});
