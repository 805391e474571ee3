import { startCommand, type RunningProgram } from '@praktikum/peers';

/** A shell as the reader has it: a folder, and a language of the system. */
export class ReaderShell {
  readonly #folder: string;

  constructor(folder: string) {
    this.#folder = folder;
  }

  start(command: string, locale = 'en_US'): RunningProgram {
    return startCommand('bash', ['-c', command], {
      cwd: this.#folder,
      env: { LANG: `${locale}.UTF-8`, FORCE_COLOR: '0', PYTHONIOENCODING: 'utf-8' },
      ownGroup: true, // to be ended as Ctrl-C on a terminal ends it
      timeoutMs: 170_000,
    });
  }

  async run(command: string, locale?: string): Promise<{ code: number | null; printed: string }> {
    const { code, stdout, stderr } = await this.start(command, locale).toEnd();
    return { code, printed: `${stdout}${stderr}` };
  }
}

/** The same command with more arguments: those of a program behind Nx or npm stand behind `--`. */
export const withArguments = (command: string, more: string) =>
  `${command}${/^np[mx] /.test(command) && !command.includes(' -- ') ? ' --' : ''} ${more}`;

/** The files that the commands of a text write, each at the end of an option. */
export function writtenFiles(text: string): string[] {
  const options = text.matchAll(/ --(?:out|svg|html|csv|key-log) ([^\s`]+\.\w+)/g);
  return [...options].map(([, file]) => file!);
}
