import { type Command, type Option } from 'commander';
import {
  choiceOption,
  countOption,
  createCommand,
  readEndpoint,
  runInterruptible,
  type Language,
} from '@praktikum/service';
import { DEFAULT_PORT } from '@praktikum/protocol';
import { EXPERIMENTS } from '../experiments/experiments.ts';
import type { Texts } from '../texts.ts';
import { RESULTS } from './results-folder.ts';
import { runPracticum } from './run-practicum.ts';

interface StartOptions {
  readonly out: string;
  readonly server?: string;
  readonly target?: string;
  readonly only?: readonly number[];
}

/** `lab start`: runs the experiments that are not done yet. */
export function startCommand(language: Language, texts: Texts): Command {
  const { summary, description, options } = texts.practicum;
  return createCommand('start', texts)
    .summary(summary)
    .description(description)
    .option('--out <folder>', options.out, RESULTS)
    .option('--server <host[:port]>', options.server)
    .option('--target <[host:]port>', options.target)
    .addOption(onlyOption(options.only))
    .addOption(choiceOption('--log-level <level>', texts.logLevel, ['info', 'debug'], 'info'))
    .action((given: StartOptions) => {
      const { out, only = [] } = given;
      const wishes = { server: endpointIn(given.server), target: endpointIn(given.target) };
      return runInterruptible((signal) => runPracticum({ out, only, wishes, language, signal }));
    });
}

/** Experiments by their numbers, each named by an option of its own. */
function onlyOption(text: string): Option {
  const option = countOption('--only <n>', text, { min: 1, max: EXPERIMENTS.at(-1)!.number });
  const read = option.parseArg!;
  return option.argParser((value: string, before: readonly number[] = []) => [
    ...before,
    read(value, undefined) as unknown as number,
  ]);
}

function endpointIn(value: string | undefined) {
  if (value === undefined) return undefined;
  const isPort = /^\d+$/.test(value); // of this machine
  return isPort
    ? readEndpoint(['localhost', value], {}, { host: '', port: DEFAULT_PORT }, 1)
    : readEndpoint([value], {}, { host: '', port: DEFAULT_PORT }, 1);
}
