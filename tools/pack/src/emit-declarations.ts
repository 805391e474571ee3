import { basename, dirname, join, relative, sep } from 'node:path';
import ts from 'typescript';

/**
 * Writes the declarations of a library and of what it imports from our other libraries.
 * @param library relative to the workspace: `libs/socket-pool`
 * @param root the workspace
 * @param out where they are written, a folder for each library
 * @returns the declarations of the library's entry, relative to `out`
 * @throws Error with what TypeScript says, when the library does not compile
 */
export function emitDeclarations(library: string, root: string, out: string): string {
  const libraries = join(root, dirname(library));
  const entry = join(root, library, 'src', 'index.ts');
  const options: ts.CompilerOptions = {
    ...optionsOf(join(root, library, 'tsconfig.lib.json')),
    ...{ declaration: true, composite: false, declarationMap: false },
    rootDir: libraries,
    outDir: out,
  };
  // What is found through node_modules is somebody else's to TypeScript, unless it is asked for.
  const found = ts.createProgram([entry], options).getSourceFiles();
  const ours = found.map(({ fileName }) => fileName).filter((file) => file.startsWith(libraries));
  const program = ts.createProgram(ours, options);
  const { diagnostics } = program.emit(undefined, (file, text) => {
    ts.sys.writeFile(file, withOwnFiles(text, file, out));
  });
  const problems = [...ts.getPreEmitDiagnostics(program), ...diagnostics];
  if (problems.length > 0) throw new Error(ts.formatDiagnostics(problems, FORMAT));
  return `${basename(library)}/src/index.d.ts`;
}

function optionsOf(tsconfig: string): ts.CompilerOptions {
  const { config } = ts.readConfigFile(tsconfig, (path) => ts.sys.readFile(path));
  const folder = dirname(tsconfig);
  const { options } = ts.parseJsonConfigFileContent(config, ts.sys, folder);
  return { ...options, tsBuildInfoFile: undefined };
}

const FORMAT: ts.FormatDiagnosticsHost = {
  getCanonicalFileName: (name) => name,
  getCurrentDirectory: () => ts.sys.getCurrentDirectory(),
  getNewLine: () => '\n',
};

/** Imports of our packages become paths, and paths end in `.js`, as they do for every TypeScript. */
function withOwnFiles(text: string, file: string, out: string): string {
  const up = relative(dirname(file), out).split(sep).join('/');
  return text
    .replace(/(['"])@praktikum\/([a-z-]+)\1/g, `$1${up}/$2/src/index.js$1`)
    .replace(/((?:from|import\() ?['"]\.[^'"]*)\.ts(['"])/g, '$1.js$2');
}
