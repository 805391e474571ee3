import { availableParallelism } from 'node:os';
import type { Command } from 'commander';
import type { Endpoint } from '@praktikum/protocol';
import {
  addLogArguments,
  choiceOption,
  countOption,
  type Language,
  type LogArguments,
} from '@praktikum/service';
import { ACCEPT_MODES, MAX_WORKERS, type AcceptMode } from '@praktikum/socket-pool';
import type { LimitOptions } from '../limit-options.ts';
import { metricsOption } from '../metrics/metrics-option.ts';
import type { TlsOptions } from '../tls-options.ts';
import { WATCH_TEXTS } from '../watch/texts.ts';
import { POOL_TEXTS } from './texts.ts';

/** The options that every service with a pool has, as commander keeps them. */
export interface PoolOptions extends LogArguments {
  readonly host?: string;
  readonly port?: string;
  readonly workers: number;
  readonly accept: AcceptMode;
  readonly metrics?: Endpoint;
  readonly watch?: boolean;
  readonly shutdownTimeout: number;
}

/** Gives a command these options, after those of the service itself. */
export function addPoolOptions(
  command: Command,
  language: Language,
  { limits, tls }: { readonly limits: LimitOptions; readonly tls: TlsOptions },
): Command {
  const texts = POOL_TEXTS[language];
  const workers = { min: 1, max: MAX_WORKERS };
  command
    .addOption(countOption('--workers <n>', texts.workers, workers, availableParallelism()))
    .addOption(choiceOption('--accept <how>', texts.accept, ACCEPT_MODES, 'dispatch'));
  limits.addTo(command, language);
  tls.addTo(command, language);
  command.addOption(metricsOption(language)).option('--watch', WATCH_TEXTS[language].option);
  return addLogArguments(command, language);
}
