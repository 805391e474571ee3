import { readdir } from 'node:fs/promises';
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
    const compile = async (tls: string, ...libraries: string[]) => {
      const sources = [...(await sourcesIn('c')), ...(await sourcesIn('c', tls))];
      return runTool('cc', '-O2', '-pthread', '-o', program, ...sources, ...libraries);
    };
    const withTls = await compile('tls', '-lcrypto');
    if (withTls === undefined) return new LoadGenerator(program);
    const plain = await compile('without-tls');
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

async function sourcesIn(...names: string[]): Promise<string[]> {
  const folder = join(import.meta.dirname, ...names);
  const files = (await readdir(folder)).filter((name) => name.endsWith('.c'));
  return files.map((name) => join(folder, name));
}

function lacksTls(reason: string): string {
  return `the load generator speaks no TLS without OpenSSL's headers (Debian: apt install libssl-dev): ${reason}`;
}
