import { availableParallelism } from 'node:os';
import {
  CONVERSATION_MODES,
  DEFAULT_PORT,
  DEFAULT_SERVER_HOST,
  type ConversationMode,
  type Endpoint,
} from '@praktikum/protocol';
import { LimitOptions, metricsOption, TlsOptions } from '@praktikum/server-program';
import {
  addEndpointArguments,
  addLogArguments,
  choiceOption,
  countOption,
  createLogger,
  readEndpoint,
  runProgram,
  runServer,
  type Language,
  type LogArguments,
  type LogOptions,
} from '@praktikum/service';
import { ACCEPT_MODES, MAX_WORKERS, type AcceptMode } from '@praktikum/socket-pool';
import { GUIDE_LINES, TEXTS } from './texts.ts';
import { startThreadedServer } from './threaded-server.ts';
import { WATCH_TEXTS } from './watch/texts.ts';
import { LogView, ScreenView } from './watch/watch-view.ts';

const DEFAULTS = { host: DEFAULT_SERVER_HOST, port: DEFAULT_PORT };
const LIMITS = new LimitOptions();
const TLS = new TlsOptions();

interface Options extends LogArguments {
  readonly host?: string;
  readonly port?: string;
  readonly mode: ConversationMode;
  readonly workers: number;
  readonly accept: AcceptMode;
  readonly metrics?: Endpoint;
  readonly watch?: boolean;
  readonly shutdownTimeout: number;
}

await runProgram({
  name: 'threaded-server',
  define(command, language) {
    const texts = TEXTS[language];
    const workers = { min: 1, max: MAX_WORKERS };
    addEndpointArguments(command.description(texts.description), language, DEFAULTS)
      .addOption(choiceOption('--mode <mode>', texts.mode, CONVERSATION_MODES, 'reply'))
      .addOption(countOption('--workers <n>', texts.workers, workers, availableParallelism()))
      .addOption(choiceOption('--accept <how>', texts.accept, ACCEPT_MODES, 'dispatch'));
    LIMITS.addTo(command, language);
    TLS.addTo(command, language);
    command.addOption(metricsOption(language)).option('--watch', WATCH_TEXTS[language].option);
    addLogArguments(command, language).action((host, port, options: Options) =>
      serve([host, port], options, language),
    );
  },
});

async function serve(
  position: readonly (string | undefined)[],
  options: Options,
  language: Language,
): Promise<void> {
  const { mode, workers, accept, metrics, logLevel: level, logFormat: format } = options;
  const log: LogOptions = { service: 'threaded-server', language, level, format };
  const endpoint = readEndpoint(position, options, DEFAULTS, 0);
  const limits = LIMITS.read(options);
  const screen = options.watch && process.stdout.isTTY ? new ScreenView(language) : undefined;
  const logger = createLogger(log, screen?.destination);
  const watch = options.watch ? (screen ?? new LogView(logger, language)) : undefined;
  const readTls = (signal?: AbortSignal) => TLS.read(options, logger, language, signal);
  const tls = await readTls();
  await runServer({
    log: logger,
    language,
    shutdownTimeoutMs: options.shutdownTimeout,
    stopping: GUIDE_LINES.stopping,
    start: () =>
      startThreadedServer({
        endpoint,
        mode,
        workers,
        accept,
        limits,
        ...(tls && { tls, readTls }),
        ...(metrics && { metrics }),
        ...(watch && { watch }),
        log: logger,
        // A screen of its own has no room for a line for every message.
        workerLog: screen ? { ...log, level: 'silent' } : log,
      }),
  });
}
