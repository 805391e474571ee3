import { availableParallelism } from 'node:os';
import type { Command } from 'commander';
import type { Endpoint } from '@praktikum/protocol';
import { addLogArguments, choiceOption, countOption, type LogArguments } from '@praktikum/service';
import { ACCEPT_MODES, MAX_WORKERS, type AcceptMode } from '@praktikum/socket-pool';
import type { LimitOptions } from '../limit-options.ts';
import { metricsOption } from '../metrics/metrics-option.ts';
import type { TlsOptions } from '../tls-options.ts';
import type { PoolServiceTexts } from './texts.ts';

/** Where a server listens, as commander keeps it. */
export interface EndpointOptions {
  readonly host?: string;
  readonly port?: string;
}

/** The options that every service with a pool has, as commander keeps them. */
export interface PoolOptions extends LogArguments, EndpointOptions {
  readonly workers: number;
  readonly accept: AcceptMode;
  readonly metrics?: Endpoint;
  readonly watch?: boolean;
  readonly shutdownTimeout: number;
}

interface PoolOptionDefaults {
  readonly limits: LimitOptions;
  readonly tls: TlsOptions;
  /** Default: one for each core. */
  readonly workers?: number;
}

/** Gives a command these options, after those of the service itself. */
export function addPoolOptions(
  command: Command,
  texts: PoolServiceTexts,
  { limits, tls, workers: usual = availableParallelism() }: PoolOptionDefaults,
): Command {
  const workers = { min: 1, max: MAX_WORKERS };
  command
    .addOption(countOption('--workers <n>', texts.pool.workers, workers, usual))
    .addOption(choiceOption('--accept <how>', texts.pool.accept, ACCEPT_MODES, 'dispatch'));
  limits.addTo(command, texts);
  tls.addTo(command, texts);
  command.addOption(metricsOption(texts.pool)).option('--watch', texts.watch.option);
  return addLogArguments(command, texts);
}
