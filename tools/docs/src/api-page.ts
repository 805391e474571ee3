import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Application, Configuration, Logger, LogLevel } from 'typedoc';
import { mendLinks } from './mend-links.ts';
import { PageError, WORKSPACE_ROOT, type Page } from './page.ts';

const LIBRARY = join(WORKSPACE_ROOT, 'libs', 'socket-pool');

/** What libs/socket-pool exports, from the docstrings of its sources. */
export const apiPage: Page = {
  path: 'libs/socket-pool/API.md',
  markdown: () => apiMarkdown(join(LIBRARY, 'src', 'index.ts'), join(LIBRARY, 'tsconfig.lib.json')),
};

const { blockTags } = Configuration.OptionDefaults;

/** Tags for docs/LIMITS.md, which says them better. */
const LIMIT_TAGS: `@${string}`[] = ['@unit', '@protects', '@provenBy'];

/**
 * The reference of one module, as TypeDoc makes it.
 * @throws PageError when something exported has no docstring, or a link leads nowhere
 */
export async function apiMarkdown(module: string, tsconfig: string): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'api-'));
  try {
    const app = await Application.bootstrapWithPlugins({
      ...{ plugin: ['typedoc-plugin-markdown'], entryPoints: [module], tsconfig },
      ...{ readme: 'none', disableSources: true, logLevel: LogLevel.Warn },
      ...{ excludeExternals: true, excludePrivate: true, excludeReferences: true },
      blockTags: [...blockTags, ...LIMIT_TAGS],
      excludeTags: LIMIT_TAGS,
      requiredToBeDocumented: ['Class', 'Interface', 'Function', 'Variable', 'TypeAlias'],
      validation: { notDocumented: true, notExported: false, invalidLink: true },
      outputs: [{ name: 'markdown', path: folder }],
      ...MARKDOWN,
    });
    const { problems } = (app.logger = new ProblemLogger());
    const project = await app.convert();
    if (project === undefined) throw new PageError(problems);
    app.validate(project);
    if (problems.length > 0) throw new PageError(problems);
    await app.generateOutputs(project);
    const { markdown, broken } = mendLinks(await readFile(join(folder, 'README.md'), 'utf8'));
    if (broken.length > 0) throw new PageError(broken.map((place) => `nothing is at #${place}`));
    return markdown;
  } finally {
    await rm(folder, { recursive: true });
  }
}

/** Keeps what TypeDoc complains about. */
class ProblemLogger extends Logger {
  readonly problems: string[] = [];

  override log(message: string, level: LogLevel): void {
    if (level >= LogLevel.Warn) this.problems.push(message);
  }
}

/** For typedoc-plugin-markdown: one page for the module, tables where there is a list of things. */
const MARKDOWN = {
  hideBreadcrumbs: true,
  hidePageHeader: true,
  indexFormat: 'table',
  interfacePropertiesFormat: 'table',
  parametersFormat: 'table',
  propertyMembersFormat: 'table',
  router: 'module',
  typeDeclarationFormat: 'table',
  useCodeBlocks: true,
} as const;
