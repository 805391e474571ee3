import { runToEnd } from '@praktikum/peers';

/** An answer of `questions --json`. */
export interface AskedAnswer {
  readonly number: number;
  readonly name: string;
  readonly group: string;
  readonly question: string;
  readonly answer: readonly string[];
  readonly frames: readonly number[];
  readonly missing: boolean;
  readonly data?: Readonly<Record<string, unknown>>;
}

/** The answers of a capture in their order. */
export async function askedOf(file: string, ...args: string[]): Promise<AskedAnswer[]> {
  const { stdout } = await runToEnd('analyzer', ['questions', file, '--json', ...args]);
  return JSON.parse(stdout.toString()) as AskedAnswer[];
}

/** The same by the names of the questions. */
export async function answersByName(
  file: string,
  ...args: string[]
): Promise<Readonly<Record<string, AskedAnswer>>> {
  return Object.fromEntries((await askedOf(file, ...args)).map((answer) => [answer.name, answer]));
}
