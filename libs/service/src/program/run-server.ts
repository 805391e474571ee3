import { CodedError, codeOf } from '@praktikum/protocol';
import type { Explain } from '../errors/explain.ts';
import { listenToKeyboard } from '../terminal/keyboard.ts';
import type { Logger } from '../log/logger.ts';
import { listenForShutdown, type Shutdown } from './shutdown.ts';
import type { ProgramTexts, Reloaded } from '../texts.ts';
import { neverWaitForReaders } from '../terminal/standard-error.ts';
import { outliveStandardOutput } from './standard-output.ts';

/** A server that listens. Both ways of ending it may be called more than once. */
export interface RunningServer {
  /**
   * Takes no new client and finishes what runs, for so many milliseconds at the most.
   * @returns how many clients had to be cut off at the deadline
   */
  close(deadlineMs: number): Promise<number>;
  /** Cuts every client off at once. */
  destroy(): void;
  /**
   * Starts its workers anew, or takes new certificates, without losing a client; says which. A server without
   * workers has none.
   */
  reload?(): Promise<Reloaded>;
  /** How many clients are being served or wait. */
  readonly connections: number;
  /** Rejects when the server can no longer do its work. */
  readonly failed: Promise<never>;
}

export interface RunServerOptions {
  readonly log: Logger;
  readonly texts: Pick<ProgramTexts, 'reloads'>;
  /** For what a reload fails with. */
  readonly explain: Explain;
  /** How long clients may finish after the first signal, in milliseconds. */
  readonly shutdownTimeoutMs: number;
  /** The line that says that the server is stopping. */
  readonly stopping: string;
  /**
   * Reads what the server needs, and listens.
   * @param stopped aborted by a signal that comes before: to be rejected with its reason
   */
  readonly start: (stopped: AbortSignal) => Promise<RunningServer>;
}

/** What a user types on the terminal of a server, as a line of its own, to reload it. */
const RELOAD_KEY = 'r';

/**
 * The life of a server process: `starting → listening → draining → closed`. The first signal
 * drains, the second one or the deadline forces. SIGHUP reloads where there is no terminal that it
 * could be the end of, the line `r` where there is one. On Windows it is always that end: the console is
 * there whatever standard input is.
 * @throws CodedError `ERR_SHUTDOWN_FORCED` when the deadline cut clients off
 */
export async function runServer(options: RunServerOptions): Promise<void> {
  let server: RunningServer | undefined;
  let hungUp = false;
  outliveStandardOutput();
  neverWaitForReaders();
  const reload = () => {
    if (server === undefined) return (hungUp = true);
    if (server.reload === undefined) return false;
    void logReload(server.reload(), options);
    return true;
  };
  const closesTerminal = () => process.platform === 'win32' || process.stdin.isTTY;
  const shutdown = listenForShutdown(() => !closesTerminal() && reload());
  let stopListening: (() => void) | undefined;
  try {
    server = await options.start(shutdown.requested);
    // Not before: what is typed until then may be the key that it reads (`--key /dev/tty`).
    stopListening = listenToKeyboard((line) => void (line === RELOAD_KEY && reload()));
    // What it has read may have been replaced meanwhile.
    if (hungUp && !reload()) shutdown.request('SIGHUP');
    await Promise.race([aborted(shutdown.requested), server.failed]).catch((error: unknown) => {
      server?.destroy();
      throw error;
    });
    await drain(server, shutdown, options);
  } catch (error) {
    if (error !== shutdown.requested.reason) throw error; // it was stopped before it had started
  } finally {
    stopListening?.();
    shutdown.release();
    options.log.flush();
  }
}

async function logReload(reloading: Promise<Reloaded>, { log, texts, explain }: RunServerOptions) {
  const { reloaded, reloadFailed } = texts.reloads;
  try {
    log.info({ event: 'reloaded' }, reloaded[await reloading]);
  } catch (error) {
    log.error(
      { event: 'reload-failed', code: codeOf(error) },
      reloadFailed(explain(error).message),
    );
  }
}

async function drain(
  server: RunningServer,
  shutdown: Shutdown,
  { log, shutdownTimeoutMs, stopping }: RunServerOptions,
): Promise<void> {
  log.info({ event: 'stopping', connections: server.connections }, stopping);
  const cut = await Promise.race([
    server.close(shutdownTimeoutMs),
    aborted(shutdown.forced).then(() => 'forced' as const),
  ]);
  if (cut === 'forced') {
    server.destroy();
    process.exitCode = shutdown.exitCode();
  } else if (cut > 0) {
    throw new CodedError('ERR_SHUTDOWN_FORCED', `${cut} connections were cut`, {
      details: { connections: cut },
    });
  }
}

function aborted(signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    if (signal.aborted) return resolve();
    signal.addEventListener('abort', () => resolve(), { once: true });
  });
}
