import { expect, it } from '@jest/globals';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { runNx, succeeded } from './run-nx.ts';
import { TemporaryWorkspace } from './temporary-workspace.ts';

it('nx run docs:check works in a fresh clone, where nothing has been compiled', async () => {
  const workspace = new TemporaryWorkspace();
  try {
    expect(existsSync(join(workspace.root, 'libs/protocol/out-tsc'))).toBe(false);
    succeeded(await runNx(workspace.root, 'run', 'docs:check'));
  } finally {
    workspace.remove();
  }
});
