import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { runNx, succeeded } from './run-nx.ts';
import { TemporaryWorkspace } from './temporary-workspace.ts';

let workspace: TemporaryWorkspace;

beforeAll(async () => {
  workspace = new TemporaryWorkspace();
  const service = ['@praktikum/workspace-plugin:service', 'quote-server', '--port=7900'];
  succeeded(await runNx(workspace.root, 'g', ...service, '--skip-install'));
  workspace.commit('Generate a service');
});

afterAll(() => workspace.remove());

const LAST_COMMIT = ['--base=HEAD~1', '--head=HEAD'];

/** Commits one changed file. */
function change(path: string): void {
  const content = readFileSync(join(workspace.root, path), 'utf8');
  workspace.write(path, `${content}\n`);
  workspace.commit(`Change ${path}`);
}

/** Lets Nx build what the change of a file affects. */
async function buildAfterChanging(path: string): Promise<{ built: string[]; output: string }> {
  change(path);
  const { tasks, output } = succeeded(
    await runNx(workspace.root, 'affected', '-t', 'build', ...LAST_COMMIT),
  );
  return { built: tasks.map(({ taskId }) => taskId).sort(), output };
}

/** The projects that the last commit affects; with a pattern, those of them that match it. */
async function affected(...pattern: string[]): Promise<string[]> {
  const show = ['show', 'projects', '--json', '--affected', ...LAST_COMMIT];
  const { stdout } = succeeded(await runNx(workspace.root, ...show, ...pattern));
  return (JSON.parse(stdout) as string[]).sort();
}

describe('nx affected', () => {
  it('builds the client, and the lab that starts it, when only the client changed', async () => {
    const { built } = await buildAfterChanging('apps/client/src/main.ts');
    expect(built).toEqual(['client:build', 'lab:build']);
  });

  it('builds every app that speaks the protocol when the protocol changed', async () => {
    const { built } = await buildAfterChanging('libs/protocol/src/index.ts');
    expect(built).toEqual(
      expect.arrayContaining(['client:build', 'simple-server:build', 'threaded-server:build']),
    );
  });

  it('builds the analyzer with its page when only the page changed', async () => {
    const { built } = await buildAfterChanging('apps/analyzer-page/src/dom.ts');
    expect(built).toEqual(['analyzer-page:build', 'analyzer:build', 'analyzer:page', 'lab:build']);
  });

  it('builds nothing when only the README changed', async () => {
    workspace.write('README.md', '# Praktikum Jaringan\n');
    workspace.commit('Write a README');
    const { built, output } = await buildAfterChanging('README.md');
    expect(built).toEqual([]);
    expect(output).toContain('No tasks were run');
  });
});

describe('a change in one service', () => {
  it.each(['threaded-server', 'simple-server', 'client', 'analyzer'])(
    'affects of all programs %s, and the lab that starts it',
    async (service) => {
      change(`apps/${service}/src/main.ts`);
      expect(await affected('--projects=tag:type:app')).toEqual([service, 'lab'].sort());
    },
  );

  it('affects of all programs that service alone where the lab does not start it', async () => {
    change('apps/quote-server/src/main.ts');
    expect(await affected('--projects=tag:type:app')).toEqual(['quote-server']);
  });

  it('affects no library, and the tools that start the service', async () => {
    change('apps/threaded-server/src/main.ts');
    expect(await affected()).toEqual([
      'bench',
      'e2e',
      'lab',
      'threaded-server',
      'workspace-plugin',
    ]);
    change('apps/simple-server/src/main.ts');
    expect(await affected()).toEqual(['e2e', 'lab', 'simple-server', 'workspace-plugin']);
    change('apps/quote-server/src/main.ts');
    expect(await affected()).toEqual(['quote-server']);
  });

  it.each(['threaded-server', 'simple-server', 'quote-server'])(
    'has the tests of %s run, and of no other service',
    async (service) => {
      change(`apps/${service}/src/main.ts`);
      // One that is a screen of wiring has nothing to test by itself.
      const hasUnits = existsSync(join(workspace.root, `apps/${service}/jest.config.js`));
      const targets = ['lint', ...(hasUnits ? ['test'] : []), 'integration-test'];
      const command = ['affected', '-t', ...targets, ...LAST_COMMIT, '--graph=stdout'];
      const { stdout } = succeeded(await runNx(workspace.root, ...command));
      const tasks = Object.keys(JSON.parse(stdout).tasks.tasks);
      const ofServices = tasks.filter((task) =>
        /^(client|analyzer|.*-server):.*(lint|test)/.test(task),
      );
      expect(ofServices.sort()).toEqual(targets.map((target) => `${service}:${target}`).sort());
    },
  );
});
