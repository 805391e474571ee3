import { describe, expect, it } from '@jest/globals';
import { readJson } from '@nx/devkit';
import { changesOf, workspaceTree } from '../testing/workspace-tree.ts';
import codec from './generator.ts';

describe('codec', () => {
  it('makes one library in the house shape and touches nothing else but the references', async () => {
    const tree = workspaceTree();
    expect(await changesOf(tree, () => codec(tree, { name: 'quote' }))).toEqual([
      'CREATE libs/quote/README.md',
      'CREATE libs/quote/jest.config.js',
      'CREATE libs/quote/package.json',
      'CREATE libs/quote/src/frame.spec.ts',
      'CREATE libs/quote/src/frame.ts',
      'CREATE libs/quote/src/index.ts',
      'CREATE libs/quote/tsconfig.json',
      'CREATE libs/quote/tsconfig.lib.json',
      'CREATE libs/quote/tsconfig.spec.json',
      'UPDATE tsconfig.json',
    ]);
    expect(readJson(tree, 'tsconfig.json').references).toEqual([{ path: './libs/quote' }]);
  });

  it('is imported by its package name, from source, and is tagged as a codec', async () => {
    const tree = workspaceTree();
    await codec(tree, { name: 'quote', description: 'Quotes on the wire.' });
    expect(readJson(tree, 'libs/quote/package.json')).toEqual({
      name: '@praktikum/quote',
      version: '0.1.0',
      private: true,
      type: 'module',
      description: 'Quotes on the wire.',
      exports: { '.': './src/index.ts' },
      dependencies: { '@praktikum/protocol': '*' },
      nx: { name: 'quote', tags: ['type:codec', 'scope:shared'] },
    });
  });

  it('refuses a taken name', async () => {
    const tree = workspaceTree();
    await codec(tree, { name: 'quote' });
    const again = changesOf(tree, () => codec(tree, { name: 'quote' }));
    await expect(again).rejects.toThrow('"quote" is taken by libs/quote');
  });
});
