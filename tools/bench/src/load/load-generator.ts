import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { runTool } from '../run-tool.ts';
import { LoadRun, type LoadOptions } from './load-run.ts';

/** The program that asks the servers: ours in C when it can be built here, otherwise ours in Node. */
export class LoadGenerator {
  readonly kind: 'c' | 'node';
  /** Whether it can speak TLS. */
  readonly tls: boolean;
  /** Why it is not the C program with TLS, when it is not. */
  readonly remark: string | undefined;
  readonly #command: readonly [string, ...string[]];

  private constructor(
    kind: 'c' | 'node',
    command: readonly [string, ...string[]],
    tls: boolean,
    remark?: string,
  ) {
    this.kind = kind;
    this.#command = command;
    this.tls = tls;
    this.remark = remark;
  }

  /** @param folder for the program that is built */
  static async build(folder: string): Promise<LoadGenerator> {
    const program = join(folder, 'load');
    const compile = async (tls: string, ...libraries: string[]) => {
      const files = [...(await sourcesIn('c')), ...(await sourcesIn('c', tls))];
      return runTool('cc', '-O2', '-pthread', '-o', program, ...files, ...libraries);
    };
    const withTls = await compile('tls', '-lcrypto');
    if (withTls === undefined) return new LoadGenerator('c', [program], true);
    const plain = await compile('without-tls');
    if (plain === undefined) return new LoadGenerator('c', [program], false, withTls);
    return LoadGenerator.inNode(plain);
  }

  static inNode(remark?: string): LoadGenerator {
    const module = join(import.meta.dirname, 'node-load.ts');
    return new LoadGenerator('node', [process.execPath, module], true, remark);
  }

  /** Connects and waits for `go`. Without TLS of its own it leaves TLS to the Node program. */
  async start(options: LoadOptions): Promise<LoadRun> {
    if (options.tls && !this.tls) return LoadGenerator.inNode().start(options);
    return LoadRun.start(this.#command, options);
  }
}

async function sourcesIn(...names: string[]): Promise<string[]> {
  const folder = join(import.meta.dirname, ...names);
  const files = (await readdir(folder)).filter((name) => name.endsWith('.c'));
  return files.map((name) => join(folder, name));
}
