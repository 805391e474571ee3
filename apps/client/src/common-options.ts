import type { Command } from 'commander';
import { DEFAULT_CLIENT_HOST, DEFAULT_PORT } from '@praktikum/protocol';
import { addEndpointArguments, choiceOption, durationOption } from '@praktikum/service';
import type { Texts } from './texts.ts';
import { addTlsArguments, type TlsArguments } from './tls/tls-arguments.ts';

/** Where the guide's client connects to. */
export const DEFAULTS = { host: DEFAULT_CLIENT_HOST, port: DEFAULT_PORT };

/**
 * `--timeout`: longest wait for the connection, and for an answer.
 * @unit ms
 * @against a server that accepts and never answers
 * @provenBy ../../e2e/integration/tls-client-program.spec.ts: explains a server that keeps silent
 */
export const TIMEOUT = { default: 10_000, min: 1, max: 3_600_000 };

export interface CommonOptions extends TlsArguments {
  readonly host?: string;
  readonly port?: string;
  readonly timeout: number;
}

/** What every command takes: the guide's `[host] [port]`, `--timeout`, `--log-level` and TLS. */
export function addCommonOptions(
  command: Command,
  texts: Texts,
  {
    timeoutMs = TIMEOUT.default,
    timeout = texts.timeout,
  }: { timeoutMs?: number; timeout?: string } = {},
): Command {
  addEndpointArguments(command, texts, DEFAULTS)
    .addOption(durationOption('--timeout <time>', timeout, TIMEOUT, timeoutMs))
    .addOption(choiceOption('--log-level <level>', texts.logLevel, ['info', 'debug'], 'info'));
  return addTlsArguments(command, texts.tls);
}
