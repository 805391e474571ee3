import type { Command } from 'commander';
import { DEFAULT_SERVER_HOST } from '@praktikum/protocol';
import {
  addEndpointArguments,
  createLogger,
  joinErrors,
  logWords,
  readEndpoint,
  runProgram,
  runServer,
  type Catalogue,
  type Explain,
  type Language,
  type Logger,
  type LogOptions,
  type LogWords,
  type ProgramErrors,
} from '@praktikum/service';
import type { Limits, ListenerOptions } from '@praktikum/socket-pool';
import { LimitOptions } from '../limit-options.ts';
import { TlsOptions } from '../tls-options.ts';
import { LogView, ScreenView } from '../watch/watch-view.ts';
import { ERRORS } from './errors.ts';
import { addPoolOptions, type EndpointOptions, type PoolOptions } from './pool-options.ts';
import { PoolServer, type PoolServerTexts, type ServiceOwner } from './pool-server.ts';
import { POOL_SERVICE_TEXTS, type PoolServiceTexts } from './texts.ts';

/** What a user reads of a service, beside what all services say. */
export interface ServiceTexts extends PoolServerTexts {
  /** The first lines of `--help`. */
  readonly description: string;
  /** That the server is stopping. */
  readonly stopping: string;
}

/** What an owner works with. */
export interface OwnerSurroundings {
  /** That of the main thread. */
  readonly log: Logger;
  readonly language: Language;
}

/** A service on a pool of workers, by what it has of its own. */
export interface ServiceDefinition<Options extends object, Data, Up, Down> {
  /** The name of its Nx project, and `service` in its log. */
  readonly name: string;
  /** The module that its workers run; it calls `runPoolWorker`. */
  readonly worker: URL;
  /** Where it listens unless told otherwise. */
  readonly port: number;
  /** Default: on every address of IPv4, as the guide's servers do. */
  readonly host?: string;
  readonly texts: Catalogue<ServiceTexts>;
  /** Adds options of its own. Default: none. */
  readonly define?: (command: Command, language: Language) => void;
  /**
   * The options after what stands in files that they name. Default: those of the command line.
   * @throws CodedError what is wrong with such a file
   */
  readonly configure?: (options: Options & EndpointOptions) => Promise<Options & EndpointOptions>;
  /** What the workers are given. Default: nothing. */
  readonly data?: (options: Options) => Data;
  /**
   * Makes what owns the state that connections share. A service with an owner takes new certificates when it
   * is reloaded and keeps its workers, since the owner cannot be exchanged. Default: none.
   * @throws CodedError why the service cannot start
   */
  readonly owner?: (
    options: Options,
    surroundings: OwnerSurroundings,
  ) => Promise<ServiceOwner<Up, Down>>;
  /**
   * Where it listens, of the listener that the command line describes. Read again for a reload.
   * Default: there alone.
   */
  readonly listeners?: (main: ListenerOptions, options: Options) => readonly ListenerOptions[];
  /** The options that choose the ports of its later listeners, by their names. Default: none does. */
  readonly portOptions?: Readonly<Record<string, string>>;
  /** Workers it has unless told otherwise. Default: one for each core. */
  readonly workers?: number;
  /** Limits that differ from those of the socket pool, as defaults of the options. */
  readonly limits?: Partial<Limits>;
  /** The names of its protocol for TLS (ALPN), the preferred one first. Default: none. */
  readonly alpn?: readonly string[];
  /** What it can end by beside what every server can, from its `src/errors.ts`. Default: nothing. */
  readonly errors?: ProgramErrors;
}

/**
 * Runs a service from its arguments to its exit code: options, TLS and its reload, workers, metrics, live
 * view, log, and an end in which no answer is lost.
 */
export async function runPoolService<
  Options extends object = object,
  Data = undefined,
  Up = never,
  Down = never,
>(definition: ServiceDefinition<Options, Data, Up, Down>): Promise<void> {
  const { name, port, define } = definition;
  const errors = definition.errors ? joinErrors(ERRORS, definition.errors) : ERRORS;
  const limits = new LimitOptions(definition.limits);
  const tls = new TlsOptions(definition.alpn);
  const defaults = { host: definition.host ?? DEFAULT_SERVER_HOST, port };
  await runProgram({
    name,
    errors,
    define(command, language, explain) {
      const texts = { ...definition.texts[language], ...POOL_SERVICE_TEXTS[language] };
      addEndpointArguments(command.description(texts.description), texts, defaults);
      define?.(command, language);
      const { workers } = definition;
      addPoolOptions(command, texts, { limits, tls, ...(workers && { workers }) }).action(
        async (host, given, typed: Options & PoolOptions) => {
          const options = await configured(definition, typed, [host, given]);
          const { logLevel: level, logFormat: format } = options;
          const log = { service: name, language, level, format };
          const endpoint = readEndpoint([], options, defaults, 0);
          const codes = logWords(errors, language);
          return serve({ definition, endpoint, options, limits, tls, log, texts, codes, explain });
        },
      );
    },
  });
}

/** Options win over positions. */
async function configured<Options extends object>(
  { configure }: Pick<ServiceDefinition<Options, never, never, never>, 'configure'>,
  typed: Options & PoolOptions,
  [host, port]: readonly (string | undefined)[],
): Promise<Options & PoolOptions> {
  const chosen = { host: typed.host ?? host, port: typed.port ?? port };
  const given = { ...typed, ...chosen } as Options & PoolOptions;
  return { ...given, ...(await configure?.(given)) };
}

interface Start<Options extends object, Data, Up, Down> {
  readonly definition: ServiceDefinition<Options, Data, Up, Down>;
  readonly endpoint: ListenerOptions['endpoint'];
  readonly options: Options & PoolOptions;
  readonly limits: LimitOptions;
  readonly tls: TlsOptions;
  readonly log: LogOptions;
  readonly texts: ServiceTexts & PoolServiceTexts;
  readonly codes: LogWords;
  readonly explain: Explain;
}

async function serve<Options extends object, Data, Up, Down>(
  start: Start<Options, Data, Up, Down>,
): Promise<void> {
  const { definition, endpoint, options, log, texts, codes } = start;
  const { workers, accept, metrics } = options;
  const limits = start.limits.read(options);
  const screen = options.watch && process.stdout.isTTY ? new ScreenView(texts.watch) : undefined;
  const logger = createLogger(log, screen?.destination);
  const watch = options.watch ? (screen ?? new LogView(logger, texts.watch)) : undefined;
  const readListeners = async (signal: AbortSignal) => {
    const tls = await start.tls.read(options, logger, texts, signal);
    const main = { endpoint, ...(tls && { tls }) };
    return definition.listeners?.(main, options) ?? [main];
  };
  await runServer({
    log: logger,
    texts,
    explain: start.explain,
    shutdownTimeoutMs: options.shutdownTimeout,
    stopping: texts.stopping,
    start: async (stopped) => {
      const listeners = await readListeners(stopped);
      const owner = await definition.owner?.(options, { log: logger, language: log.language });
      return PoolServer.start({
        worker: definition.worker,
        listeners,
        readListeners,
        workers,
        accept,
        limits,
        data: definition.data?.(options),
        ...(owner && { owner }),
        ...(definition.portOptions && { portOptions: definition.portOptions }),
        ...(metrics && { metrics }),
        ...(watch && { watch }),
        log: logger,
        // A screen of its own has no room for a line for every message.
        workerLog: screen ? { ...log, level: 'silent' } : log,
        texts,
        codes,
      });
    },
  });
}
