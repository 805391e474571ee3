import { CodedError, type Language, LANGUAGES } from '@praktikum/protocol';

export type { Catalogue, Language } from '@praktikum/protocol';

/**
 * The language a program speaks: `--lang`, then the locale, then Indonesian. It is needed before
 * the command line is read, because the help text and its errors are in that language too.
 * @param args the arguments after the program's name
 * @throws CodedError `ERR_OPTION_VALUE` for an unknown language
 */
export function detectLanguage(args: readonly string[], env: NodeJS.ProcessEnv): Language {
  const asked = askedLanguage(args);
  if (asked !== undefined) {
    const language = LANGUAGES.find((known) => known === asked);
    if (language !== undefined) return language;
    throw new CodedError('ERR_OPTION_VALUE', `unknown language: ${asked}`, {
      details: { option: '--lang', value: asked, accepts: LANGUAGES.join(', ') },
    });
  }
  return languageOf(env);
}

/** The language of the locale; Indonesian where it is neither. */
export function languageOf(env: NodeJS.ProcessEnv): Language {
  const locale = env.LC_ALL || env.LC_MESSAGES || env.LANG || systemLocale();
  return LANGUAGES.find((known) => locale.toLowerCase().startsWith(known)) ?? 'id';
}

function askedLanguage(args: readonly string[]): string | undefined {
  const end = args.indexOf('--');
  const options = end === -1 ? args : args.slice(0, end);
  const at = options.findIndex((arg) => arg === '--lang' || arg.startsWith('--lang='));
  if (at === -1) return undefined;
  const [, inline] = options[at]!.split('=');
  return inline ?? options[at + 1];
}

/** Windows sets no locale variables; elsewhere their absence means that nobody chose a language. */
function systemLocale(): string {
  return process.platform === 'win32' ? Intl.DateTimeFormat().resolvedOptions().locale : '';
}
