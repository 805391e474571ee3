import { afterAll, beforeAll, expect, it } from '@jest/globals';
import type { ProbeStart } from './probe.ts';
import { ProbedWorkspace } from './probed-workspace.ts';
import { run, type Run } from './run-nx.ts';
import { WORDS_OF_SHELLS } from './words-of-shells.ts';

let workspace: ProbedWorkspace;
beforeAll(async () => void (workspace = await ProbedWorkspace.open()));
afterAll(() => workspace.remove());

/** Runs a target of the probe by this command line, and lets it end with this code. */
async function probe(args: string[], code = 0): Promise<Run & ProbeStart> {
  const env = { ...workspace.probeEnvironment, PROBE_EXIT: String(code) };
  const started = workspace.nextProbe().then((next) => next.started());
  const ended = await run(workspace.root, 'nx', args, { env });
  return { ...ended, ...(await started) };
}

it('hands on every word after -- as it was typed', async () => {
  const { args, exitCode } = await probe(['start', 'probe', '--', ...WORDS_OF_SHELLS]);
  expect(args).toEqual(WORDS_OF_SHELLS);
  expect(exitCode).toBe(0);
});

it.each([
  [
    ['run', 'probe:start', '--host', 'x', '--port=9'],
    ['--host', 'x', '--port=9'],
  ],
  [
    ['start', 'probe', 'localhost', '007', '--flag'],
    ['localhost', '007', '--flag'],
  ],
  [
    ['run', 'probe:start', '--args=--host x  --port=9', 'y'],
    ['--host', 'x', '--port=9', 'y'],
  ],
  [
    ['run', 'probe:part', '--', '--flag'],
    ['part', '--flag'],
  ],
])('nx %j gives the program %j', async (command, expected) => {
  expect((await probe(command)).args).toEqual(expected);
});

it('runs on the Node of the workspace, and without a terminal where there is none', async () => {
  const { node, terminal } = await probe(['start', 'probe']);
  expect(node).toBe(process.versions.node);
  expect(terminal).toEqual([false, false]);
});

it.each([
  [1, 1],
  [3, 1],
  [130, 1],
])('turns the exit code %i into %i, and says that the target failed', async (code, expected) => {
  const { exitCode, output } = await probe(['start', 'probe'], code);
  expect(exitCode).toBe(expected);
  expect(output).toContain('Running target start for project probe failed');
});
