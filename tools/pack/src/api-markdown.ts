import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Application, Configuration, Logger, LogLevel } from 'typedoc';
import { mendLinks } from './mend-links.ts';

const { blockTags } = Configuration.OptionDefaults;

/** Tags for docs/LIMITS.md, which says them better. */
const LIMIT_TAGS: `@${string}`[] = ['@unit', '@against', '@provenBy'];

/**
 * The reference of one module from the docstrings of what it exports, as TypeDoc makes it.
 * @throws Error when something exported has no docstring, or a link leads nowhere
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
    // From the sources of other projects, not from what they are compiled to: that need not be there.
    const { options } = app;
    options.setCompilerOptions(options.getFileNames(), options.getCompilerOptions(app.logger), []);
    const { problems } = (app.logger = new ProblemLogger());
    const project = await app.convert();
    if (project !== undefined) app.validate(project);
    if (project === undefined || problems.length > 0) throw new Error(problems.join('\n'));
    await app.generateOutputs(project);
    const { markdown, broken } = mendLinks(await readFile(join(folder, 'README.md'), 'utf8'));
    if (broken.length > 0) throw new Error(`nothing is at #${broken.join(', #')}`);
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
