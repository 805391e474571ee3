import { DEFAULT_PORT, DEFAULT_SERVER_HOST, type Endpoint } from '@praktikum/protocol';
import { LimitOptions, SERVER_ERRORS, TlsOptions } from '@praktikum/server-program';
import {
  addEndpointArguments,
  addLogArguments,
  createLogger,
  logWords,
  readEndpoint,
  runProgram,
  runServer,
  type Explain,
  type LogArguments,
  type Logger,
  type LogWords,
} from '@praktikum/service';
import { startSimpleServer } from './simple-server.ts';
import { TEXTS, type Texts } from './texts.ts';

const DEFAULTS = { host: DEFAULT_SERVER_HOST, port: DEFAULT_PORT };

const MINUTE_MS = 60_000;

/** A turn may take long, because a person types; nobody waits for ever. */
const LIMITS = new LimitOptions(
  {
    /**
     * @unit connections
     * @against more clients in the queue than will ever be served
     * @provenBy ../integration/queue.spec.ts: refuses with a clean end whom the queue cannot take
     */
    maxQueued: 128,
    /**
     * @unit ms
     * @against clients that wait for a place that never becomes free
     * @provenBy ../integration/queue.spec.ts: refuses who has waited too long
     */
    queueTimeoutMs: 10 * MINUTE_MS,
    /**
     * @unit ms
     * @against a silent client that keeps all others waiting
     * @provenBy ../integration/queue.spec.ts: closes a client that is silent for too long and goes on with the next
     */
    idleTimeoutMs: 5 * MINUTE_MS,
  },
  {
    /**
     * @unit connections
     * @against a second client at once: an iterative server is there to show one at a time
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
    addEndpointArguments(command.description(texts.description), texts, DEFAULTS).option(
      '--udp',
      texts.udp,
    );
    LIMITS.addTo(command, texts);
    TLS.addTo(command, texts);
    addLogArguments(command, texts).action((host, port, options: Options) => {
      const endpoint = readEndpoint([host, port], options, DEFAULTS, 0);
      const { logLevel: level, logFormat: format } = options;
      const log = createLogger({ service: 'simple-server', language, level, format });
      const codes = logWords(SERVER_ERRORS, language);
      return serve(endpoint, options, { log, texts, codes, explain });
    });
  },
});

/** How the server speaks. */
interface Voice {
  readonly log: Logger;
  readonly texts: Texts;
  readonly codes: LogWords;
  readonly explain: Explain;
}

async function serve(
  endpoint: Endpoint,
  options: Options,
  { log, texts, codes, explain }: Voice,
): Promise<void> {
  const limits = LIMITS.read(options);
  await runServer({
    log,
    texts,
    explain,
    shutdownTimeoutMs: options.shutdownTimeout,
    stopping: texts.stopping,
    start: async (stopped) => {
      const tls = await TLS.read(options, log, texts, stopped);
      const udp = options.udp ?? false;
      return startSimpleServer({ endpoint, udp, limits, ...(tls && { tls }), log, texts, codes });
    },
  });
}
