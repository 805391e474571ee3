import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { runNx, succeeded } from './run-nx.ts';
import { TemporaryWorkspace } from './temporary-workspace.ts';

let workspace: TemporaryWorkspace;

beforeAll(() => {
  workspace = new TemporaryWorkspace();
});

afterAll(() => workspace.remove());

/** Commits one changed file and lets Nx build what the change affects. */
async function buildAfterChanging(path: string): Promise<{ built: string[]; output: string }> {
  const content = readFileSync(join(workspace.root, path), 'utf8');
  workspace.write(path, `${content}\n`);
  workspace.commit(`Change ${path}`);
  const affected = ['affected', '-t', 'build', '--base=HEAD~1', '--head=HEAD'];
  const { tasks, output } = succeeded(await runNx(workspace.root, ...affected));
  return { built: tasks.map(({ taskId }) => taskId).sort(), output };
}

describe('nx affected', () => {
  it('builds the client alone when only the client changed', async () => {
    const { built } = await buildAfterChanging('apps/client/src/main.ts');
    expect(built).toEqual(['client:build']);
  });

  it('builds every app that speaks the protocol when the protocol changed', async () => {
    const { built } = await buildAfterChanging('libs/protocol/src/index.ts');
    expect(built).toEqual(
      expect.arrayContaining(['client:build', 'simple-server:build', 'threaded-server:build']),
    );
  });

  it('builds nothing when only the README changed', async () => {
    workspace.write('README.md', '# Praktikum Jaringan\n');
    workspace.commit('Write a README');
    const { built, output } = await buildAfterChanging('README.md');
    expect(built).toEqual([]);
    expect(output).toContain('No tasks were run');
  });
});
