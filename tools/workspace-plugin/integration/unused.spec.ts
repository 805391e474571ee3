import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { run } from './run-nx.ts';
import { TemporaryWorkspace } from './temporary-workspace.ts';

const INDEX = 'libs/protocol/src/index.ts';
const MANIFEST = 'apps/client/package.json';
/** The index hands one of these on; to whom? */
const HALF = 'export const asked = 1;\nexport const idle = 2;\n';

let workspace: TemporaryWorkspace;
beforeAll(() => void (workspace = new TemporaryWorkspace()));
afterAll(() => workspace.remove());

const read = (path: string) => readFileSync(join(workspace.root, path), 'utf8');

/** What `npm run unused` finds now, one line for each thing, and whether it is content. */
async function findings(): Promise<{ exitCode: number; found: string[] }> {
  const { scripts } = JSON.parse(read('package.json'));
  const [knip, ...args] = scripts.unused.split(' ');
  const { exitCode, stdout } = await run(workspace.root, knip, [...args, '--reporter', 'compact']);
  return { exitCode, found: stdout.split('\n') };
}

it('names a file, an export and a dependency that nothing uses', async () => {
  const before = await findings();
  const manifest = JSON.parse(read(MANIFEST));
  workspace.write('libs/protocol/src/nobody.ts', 'export const nobody = 1;\n');
  workspace.write('libs/protocol/src/half.ts', HALF);
  workspace.write(INDEX, `${read(INDEX)}export { asked } from './half.ts';\n`);
  manifest.dependencies['playwright-core'] = '*';
  workspace.write(MANIFEST, manifest);

  const after = await findings();
  expect(after.exitCode).toBe(1);
  const added = after.found.filter((line) => /: /.test(line) && !before.found.includes(line));
  expect(added.sort()).toEqual([
    'apps/client/package.json: playwright-core',
    'libs/protocol/src/half.ts: asked, idle',
    'libs/protocol/src/index.ts: asked',
    'libs/protocol/src/nobody.ts: libs/protocol/src/nobody.ts',
  ]);
});
