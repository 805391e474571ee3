/** What is taken over from the package.json of a library. */
export interface Manifest {
  readonly name: string;
  readonly version: string;
  readonly description: string;
  readonly keywords: readonly string[];
  readonly publishConfig: {
    /** Of the package; in the workspace npm itself runs on an older Node and would complain. */
    readonly engines: Readonly<Record<string, string>>;
  };
}

/**
 * The package.json of the published package. It has no dependencies: those of the library that are
 * ours are inside, and it has no others.
 * @param types where the declarations of the entry are
 */
export function publishedManifest(
  { name, version, description, keywords, publishConfig: { engines } }: Manifest,
  types: string,
): object {
  return {
    ...{ name, version, description, keywords },
    license: 'MIT',
    type: 'module',
    engines,
    exports: { '.': { types, default: './dist/index.js' }, './package.json': './package.json' },
    types,
    files: ['dist', 'API.md'],
    sideEffects: false,
  };
}
