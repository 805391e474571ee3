import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { readJson } from '@nx/devkit';
import { changesOf, workspaceTree } from '../testing/workspace-tree.ts';
import service from './generator.ts';

describe('service', () => {
  it('makes one app in the house shape and touches nothing else but the references', async () => {
    const tree = workspaceTree();
    expect(await changesOf(tree, () => service(tree, { name: 'quote-server' }))).toEqual([
      'CREATE apps/quote-server/README.md',
      'CREATE apps/quote-server/integration/line-echo.spec.ts',
      'CREATE apps/quote-server/integration/service.spec.ts',
      'CREATE apps/quote-server/jest.config.js',
      'CREATE apps/quote-server/jest.integration.config.js',
      'CREATE apps/quote-server/package.json',
      'CREATE apps/quote-server/src/line-echo.spec.ts',
      'CREATE apps/quote-server/src/line-echo.ts',
      'CREATE apps/quote-server/src/main.ts',
      'CREATE apps/quote-server/src/program.ts',
      'CREATE apps/quote-server/src/texts.ts',
      'CREATE apps/quote-server/src/worker.ts',
      'CREATE apps/quote-server/tsconfig.app.json',
      'CREATE apps/quote-server/tsconfig.json',
      'CREATE apps/quote-server/tsconfig.spec.json',
      'UPDATE tsconfig.json',
    ]);
    expect(readJson(tree, 'tsconfig.json').references).toEqual([{ path: './apps/quote-server' }]);
  });

  it('describes it in both languages', async () => {
    const describedIn = async (options: object) => {
      const tree = workspaceTree();
      await service(tree, { name: 'quote-server', ...options });
      const texts = tree.read('apps/quote-server/src/texts.ts', 'utf8') ?? '';
      return [...texts.matchAll(/description: ["'](.*)["']/g)].map(([, sentence]) => sentence);
    };
    expect(await describedIn({})).toEqual(['Layanan quote-server.', 'The quote-server service.']);
    const english = { description: 'Tells quotes.' };
    expect(await describedIn(english)).toEqual(['Tells quotes.', 'Tells quotes.']);
    const both = { ...english, descriptionId: 'Mengutip.' };
    expect(await describedIn(both)).toEqual(['Mengutip.', 'Tells quotes.']);
  });

  it('describes the app in package.json and leaves what all apps share to nx.json', async () => {
    const tree = workspaceTree();
    const description = `Tells "the day's" quote & more.`;
    await service(tree, { name: 'quote-server', description });
    expect(tree.read('apps/quote-server/README.md', 'utf8')).toContain(description);
    expect(readJson(tree, 'apps/quote-server/package.json')).toEqual({
      name: '@praktikum/quote-server',
      version: '0.1.0',
      private: true,
      type: 'module',
      description,
      dependencies: {
        '@praktikum/protocol': '*',
        '@praktikum/server-program': '*',
        '@praktikum/service': '*',
        '@praktikum/socket-pool': '*',
      },
      devDependencies: { '@praktikum/peers': '*', '@praktikum/testing': '*' },
      nx: {
        name: 'quote-server',
        tags: ['type:app', 'scope:quote-server'],
        targets: {
          build: {
            executor: '@nx/esbuild:esbuild',
            options: {
              additionalEntryPoints: [
                '{projectRoot}/src/program.ts',
                '{projectRoot}/src/worker.ts',
              ],
            },
          },
          serve: {},
          'integration-test': {},
        },
      },
    });
  });

  it.each([
    [undefined, 'port: 7000'],
    [7900, 'port: 7900'],
  ])('with --port=%s the program says "%s"', async (port, text) => {
    const tree = workspaceTree();
    await service(tree, { name: 'quote-server', port });
    expect(tree.read('apps/quote-server/src/program.ts', 'utf8')).toContain(text);
  });

  it('builds on no library whose changes would leave its integration tests in the cache', async () => {
    const tree = workspaceTree();
    await service(tree, { name: 'quote-server' });
    const { dependencies, devDependencies } = readJson(tree, 'apps/quote-server/package.json');
    const used = Object.keys({ ...dependencies, ...devDependencies }).map((name) =>
      name.replace('@praktikum/', ''),
    );
    const plugin = JSON.parse(
      readFileSync(join(import.meta.dirname, '../../package.json'), 'utf8'),
    );
    expect(plugin.nx.implicitDependencies).toEqual(expect.arrayContaining(used));
  });

  it('leaves no placeholder in any file', async () => {
    const tree = workspaceTree();
    await service(tree, { name: 'quote-server' });
    for (const { path, content } of tree.listChanges()) {
      expect(path).not.toContain('__');
      expect(`${path}\n${content}`).not.toContain('<%');
    }
  });

  it.each([0, 65_536, -1, 79.5, Number.NaN])('refuses port %s', async (port) => {
    const tree = workspaceTree();
    await expect(service(tree, { name: 'quote-server', port })).rejects.toThrow(
      `--port=${port} is no TCP port: choose a whole number from 1 to 65535`,
    );
    expect(tree.exists('apps/quote-server')).toBe(false);
  });
});
