import { DEFAULT_PORT, DEFAULT_SERVER_HOST } from '@praktikum/protocol';
import { LimitOptions, SERVER_ERRORS, TlsOptions } from '@praktikum/server-program';
import {
  addEndpointArguments,
  addLogArguments,
  createLogger,
  readEndpoint,
  runProgram,
  runServer,
  type Explain,
  type Language,
  type LogArguments,
} from '@praktikum/service';
import { startSimpleServer } from './simple-server.ts';
import { TEXTS } from './texts.ts';

const DEFAULTS = { host: DEFAULT_SERVER_HOST, port: DEFAULT_PORT };

const MINUTE_MS = 60_000;

/** A turn may take long, because a person types; nobody waits for ever. */
const LIMITS = new LimitOptions(
  {
    /**
     * @unit connections
     * @protects more clients in the queue than will ever be served
     * @provenBy ../integration/queue.spec.ts: refuses with a clean end whom the queue cannot take
     */
    maxQueued: 128,
    /**
     * @unit ms
     * @protects clients that wait for a place that never becomes free
     * @provenBy ../integration/queue.spec.ts: refuses who has waited too long
     */
    queueTimeoutMs: 10 * MINUTE_MS,
    /**
     * @unit ms
     * @protects a silent client that keeps all others waiting
     * @provenBy ../integration/queue.spec.ts: closes a client that is silent for too long and goes on with the next
     */
    idleTimeoutMs: 5 * MINUTE_MS,
  },
  {
    /**
     * @unit connections
     * @protects an iterative server from being none: one client at a time is what it shows
     * @provenBy ../integration/queue.spec.ts: serves one client at a time, the others in the order in which they came
     */
    maxConnections: 1,
  },
);

const TLS = new TlsOptions();

interface Options extends LogArguments {
  readonly host?: string;
  readonly port?: string;
  readonly udp?: boolean;
  readonly shutdownTimeout: number;
}

await runProgram({
  name: 'simple-server',
  errors: SERVER_ERRORS,
  define(command, language, explain) {
    const texts = TEXTS[language];
    addEndpointArguments(command.description(texts.description), language, DEFAULTS).option(
      '--udp',
      texts.udp,
    );
    LIMITS.addTo(command, language);
    TLS.addTo(command, language);
    addLogArguments(command, language).action((host, port, options: Options) =>
      serve([host, port], options, language, explain),
    );
  },
});

async function serve(
  position: readonly (string | undefined)[],
  options: Options,
  language: Language,
  explain: Explain,
): Promise<void> {
  const { udp = false, logLevel: level, logFormat: format } = options;
  const endpoint = readEndpoint(position, options, DEFAULTS, 0);
  const limits = LIMITS.read(options);
  const log = createLogger({ service: 'simple-server', language, level, format });
  const tls = await TLS.read(options, log, language);
  await runServer({
    log,
    language,
    explain,
    shutdownTimeoutMs: options.shutdownTimeout,
    stopping: TEXTS[language].stopping,
    start: () => startSimpleServer({ endpoint, udp, limits, ...(tls && { tls }), log, language }),
  });
}
