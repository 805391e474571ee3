import { randomInt } from 'node:crypto';
import type { Command } from 'commander';
import type { DatagramNetwork } from '@praktikum/peers';
import {
  DEFAULT_CLIENT_HOST,
  DEFAULT_PORT,
  parseEndpoint,
  type Endpoint,
} from '@praktikum/protocol';
import {
  addEndpointArguments,
  choiceOption,
  countOption,
  durationOption,
  percentOption,
  readEndpoint,
} from '@praktikum/service';
import type { Texts } from '../texts.ts';

/** As commander gives them; times in milliseconds, shares from 0 to 1. */
export interface RelayOptions {
  readonly host?: string;
  readonly port?: string;
  readonly listen: string;
  readonly loss: number;
  readonly duplicate: number;
  readonly reorder: number;
  readonly delay: number;
  readonly jitter: number;
  readonly seed?: number;
  readonly for?: number;
  readonly untilIdle?: number;
  readonly json?: boolean;
}

/** To whom it passes what it takes: the server of the guide. */
const SERVER: Endpoint = { host: DEFAULT_CLIENT_HOST, port: DEFAULT_PORT };
/** Beside the port of the guide, so that both can be there. */
const LISTEN: Endpoint = { host: '127.0.0.1', port: DEFAULT_PORT + 1 };

const ON_THE_WAY = { min: 0, max: 60_000 };
const SEED = { min: 0, max: 2 ** 31 - 1 };
const TIME = { min: 100, max: 24 * 3_600_000 };
/** Short enough to be typed again. */
const CHOSEN_SEEDS = 1_000_000;

export function addRelayOptions(command: Command, texts: Texts): Command {
  const { options } = texts.relay;
  return addEndpointArguments(command, texts, SERVER)
    .option('--listen <host:port>', options.listen, `${LISTEN.host}:${LISTEN.port}`)
    .addOption(percentOption('--loss <share>', options.loss, 0))
    .addOption(durationOption('--delay <time>', options.delay, ON_THE_WAY, 0))
    .addOption(durationOption('--jitter <time>', options.jitter, ON_THE_WAY, 0))
    .addOption(percentOption('--reorder <share>', options.reorder, 0))
    .addOption(percentOption('--duplicate <share>', options.duplicate, 0))
    .addOption(countOption('--seed <n>', options.seed, SEED))
    .addOption(durationOption('--for <time>', options.for, TIME))
    .addOption(durationOption('--until-idle <time>', options.untilIdle, TIME))
    .option('--json', options.json)
    .addOption(choiceOption('--log-level <level>', texts.logLevel, ['info', 'debug'], 'info'));
}

/** @throws CodedError `ERR_ENDPOINT`, `ERR_HOST_IS_NUMBER` or `ERR_PORT` */
export function readServer(
  positions: readonly (string | undefined)[],
  options: Pick<RelayOptions, 'host' | 'port'>,
): Endpoint {
  return readEndpoint(positions, options, SERVER, 1);
}

/**
 * `--listen`: `0.0.0.0:9000`, `[::1]:9000`, `9000`, `0` for any port that is free.
 * @throws CodedError `ERR_ENDPOINT` or `ERR_PORT`
 */
export function readListen(text: string): Endpoint {
  return parseEndpoint(/^\d+$/.test(text) ? `:${text}` : text, LISTEN);
}

/** What the relay is to do; a seed that nobody has chosen is chosen here. */
export function networkOf(options: RelayOptions): Required<DatagramNetwork> {
  const { loss, duplicate, reorder, delay, jitter, seed = randomInt(CHOSEN_SEEDS) } = options;
  return { loss, duplicate, reorder, delayMs: delay, jitterMs: jitter, seed };
}
