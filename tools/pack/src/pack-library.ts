import { execFile } from 'node:child_process';
import { cp, mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { promisify } from 'node:util';
import { build } from 'esbuild';
import { apiMarkdown } from './api-markdown.ts';
import { emitDeclarations } from './emit-declarations.ts';
import { publishedManifest, type Manifest } from './published-manifest.ts';

const WORKSPACE_ROOT = join(import.meta.dirname, '..', '..', '..');
const run = promisify(execFile);

/**
 * Makes a library of this workspace a package that works anywhere: compiled to JavaScript and
 * declarations, with what it needs of our other libraries inside, and without dependencies.
 * @param library relative to the workspace: `libs/socket-pool`
 * @param out folder for the package, relative to the workspace or absolute
 * @returns the path of the package
 */
export async function packLibrary(library: string, out: string): Promise<string> {
  const source = join(WORKSPACE_ROOT, library);
  const entry = join(source, 'src', 'index.ts');
  const destination = resolve(WORKSPACE_ROOT, out);
  const manifest = JSON.parse(await readFile(join(source, 'package.json'), 'utf8')) as Manifest;
  const stage = await mkdtemp(join(tmpdir(), 'pack-'));
  try {
    await bundle(entry, join(stage, 'dist', 'index.js'));
    const types = emitDeclarations(library, WORKSPACE_ROOT, join(stage, 'dist', 'types'));
    const published = publishedManifest(manifest, `./dist/types/${types}`);
    await writeFile(join(stage, 'package.json'), `${JSON.stringify(published, null, 2)}\n`);
    await writeFile(join(stage, 'README.md'), ownLinksOnly(await readText(source, 'README.md')));
    await writeFile(
      join(stage, 'API.md'),
      await apiMarkdown(entry, join(source, 'tsconfig.lib.json')),
    );
    await cp(join(WORKSPACE_ROOT, 'LICENSE'), join(stage, 'LICENSE'));
    await mkdir(destination, { recursive: true });
    const args = ['pack', '--silent', '--pack-destination', destination];
    const { stdout } = await run('npm', args, { cwd: stage });
    return join(destination, stdout.trim());
  } finally {
    await rm(stage, { recursive: true });
  }
}

function bundle(entry: string, outfile: string) {
  return build({
    absWorkingDir: WORKSPACE_ROOT,
    entryPoints: [entry],
    outfile,
    bundle: true,
    format: 'esm',
    platform: 'node',
    // So that an older Node gets as far as the sentence that says which one is needed.
    target: 'node20',
  });
}

function readText(folder: string, file: string): Promise<string> {
  return readFile(join(folder, file), 'utf8');
}

/** `[limits](../../docs/LIMITS.md)`: outside of this repository there is no such page. */
function ownLinksOnly(markdown: string): string {
  return markdown.replace(/\[([^\]]+)\]\((?:\.\.\/)+([^)]+)\)/g, '$1 (`$2` in the repository)');
}
