import { readdirSync, realpathSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { childEnvironment } from './child-environment.ts';
import { runNx } from './run-nx.ts';
import { TemporaryWorkspace } from './temporary-workspace.ts';

describe('TemporaryWorkspace', () => {
  let workspace: TemporaryWorkspace;

  beforeAll(() => {
    workspace = new TemporaryWorkspace();
  });

  afterAll(() => workspace.remove());

  it('starts with everything committed', () => {
    expect(workspace.status()).toBe('');
  });

  it('resolves our packages to the copy', () => {
    const scope = join(workspace.root, 'node_modules', '@praktikum');
    const targets = readdirSync(scope).map((name) => realpathSync(join(scope, name)));
    expect(targets).toContain(join(workspace.root, 'libs', 'protocol'));
    expect(targets.filter((target) => !target.startsWith(workspace.root))).toEqual([]);
  });

  it('has a task graph of its own', async () => {
    workspace.write('libs/new-here/package.json', { name: '@praktikum/new-here' });
    const { output } = await runNx(workspace.root, 'show', 'projects');
    expect(output).toContain('new-here');
  });
});

describe('every project of the workspace', () => {
  it('has one type and at least one scope, so that no arrow can overlook it', async () => {
    const workspace = new TemporaryWorkspace();
    try {
      const { stdout } = await runNx(workspace.root, 'graph', '--print');
      const { nodes } = JSON.parse(stdout).graph;
      const counts = Object.entries(nodes as Record<string, { data: { tags: string[] } }>).map(
        ([name, { data }]) => {
          const count = (dimension: string) =>
            data.tags.filter((tag) => tag.startsWith(`${dimension}:`)).length;
          return { name, types: count('type'), scoped: count('scope') > 0 };
        },
      );
      expect(counts.length).toBeGreaterThan(0);
      expect(counts.filter(({ types, scoped }) => types !== 1 || !scoped)).toEqual([]);
    } finally {
      workspace.remove();
    }
  });
});

describe('childEnvironment', () => {
  const outer = { NX_WORKSPACE_ROOT: '/elsewhere', NODE_OPTIONS: '--no-warnings', GIT_DIR: '/x' };
  let before: NodeJS.ProcessEnv;

  beforeEach(() => {
    before = { ...process.env };
    Object.assign(process.env, outer);
  });

  afterEach(() => {
    process.env = before;
  });

  it('says nothing about the run that the test is part of', () => {
    const environment = childEnvironment();
    expect(Object.keys(outer).filter((name) => name in environment)).toEqual([]);
    expect(environment.PATH).toBe(before.PATH);
  });
});
