import { join } from 'node:path';
import { CodedError } from '@praktikum/protocol';
import { runTool } from '../run-tool.ts';
import { LoadRun, type LoadOptions } from './load-run.ts';

/** The program that asks the servers, built from `c/` for each run of the bench. */
export class LoadGenerator {
  /** Why it speaks no TLS; undefined when it does. */
  readonly lacksTls: string | undefined;
  readonly #program: string;

  private constructor(program: string, lacksTls?: string) {
    this.#program = program;
    this.lacksTls = lacksTls;
  }

  /**
   * @param folder for the program that is built
   * @throws CodedError `ERR_LOAD_GENERATOR` where no C compiler works
   */
  static async build(folder: string): Promise<LoadGenerator> {
    const program = join(folder, 'load');
    const compile = (tls: string, ...libraries: string[]) => {
      const files = ['main.c', 'thread.c', 'connection.c', 'chat.c', 'member.c', tls];
      const sources = files.map((file) => join(import.meta.dirname, 'c', file));
      return runTool('cc', '-O2', '-pthread', '-o', program, ...sources, ...libraries);
    };
    const withTls = await compile('tls.c', '-lssl', '-lcrypto');
    if (withTls === undefined) return new LoadGenerator(program);
    const plain = await compile('without-tls.c');
    if (plain === undefined) return new LoadGenerator(program, lacksTls(withTls));
    throw new CodedError('ERR_LOAD_GENERATOR', `the load generator cannot be built: ${plain}`, {
      details: { reason: plain },
    });
  }

  /** Connects and waits for `go`. */
  start(options: LoadOptions): Promise<LoadRun> {
    return LoadRun.start(this.#program, options);
  }
}

function lacksTls(reason: string): string {
  return `the load generator speaks no TLS without OpenSSL's headers (Debian: apt install libssl-dev): ${reason}`;
}
