import { globSync } from 'node:fs';
import { join } from 'node:path';
import ts from 'typescript';

/** Programs, and the libraries that they are made of; tests are no part of either. */
const SOURCES = '{apps,libs,tools}/*/src/**/*.ts';
const OF_TESTS = /\.spec\.ts$|^libs\/testing\/|\/testing\//;

const OPTIONS: ts.CompilerOptions = {
  allowImportingTsExtensions: true,
  lib: ['lib.es2024.d.ts'],
  module: ts.ModuleKind.NodeNext,
  noEmit: true,
  strict: true,
  target: ts.ScriptTarget.ES2024,
  types: [],
};

/** The sources of a workspace, with their types; of other packages nothing is read. */
export interface SourceProgram {
  readonly files: readonly ts.SourceFile[];
  readonly checker: ts.TypeChecker;
  readonly fileAt: (path: string) => ts.SourceFile | undefined;
}

export function sourceProgram(root: string): SourceProgram {
  const paths = globSync(SOURCES, { cwd: root })
    .filter((file) => !OF_TESTS.test(file))
    .sort()
    .map((file) => join(root, file));
  const host = ts.createCompilerHost(OPTIONS);
  host.resolveModuleNameLiterals = (names, from, _redirected, options) =>
    names.map(({ text }) =>
      /^(\.|@praktikum\/)/.test(text)
        ? ts.resolveModuleName(
            text,
            from,
            options,
            host,
            undefined,
            undefined,
            ts.ModuleKind.ESNext,
          )
        : { resolvedModule: undefined },
    );
  const program = ts.createProgram(paths, OPTIONS, host);
  return {
    files: paths.map((path) => program.getSourceFile(path)!),
    checker: program.getTypeChecker(),
    fileAt: (path) => program.getSourceFile(path),
  };
}
