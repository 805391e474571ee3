import { constants } from 'node:os';

/** How a program is asked to stop: the first signal asks, the second one insists. */
export interface Shutdown {
  /** Aborted by the first SIGINT or SIGTERM: finish what runs. */
  readonly requested: AbortSignal;
  /** Aborted by the second one: stop at once. */
  readonly forced: AbortSignal;
  /** As if this signal had come. */
  request(signal: NodeJS.Signals): void;
  /** Exit code of a program that a signal ended, 128 and its number; 0 before there was one. */
  exitCode(): number;
  /** Gives the signals back to Node's own handling. */
  release(): void;
}

/** SIGBREAK is Ctrl-Break on Windows, SIGHUP a closed terminal or console. */
const SIGNALS = ['SIGINT', 'SIGTERM', 'SIGHUP', 'SIGBREAK'] as const;

/**
 * Listens for the signals that end a program.
 * @param onHangup asked at SIGHUP, which servers without a terminal take as "reload"; true means
 * that it was meant so and does not end the program
 */
export function listenForShutdown(onHangup: () => boolean = () => false): Shutdown {
  const requested = new AbortController();
  const forced = new AbortController();
  let exitCode = 0;
  const request = (signal: NodeJS.Signals) => {
    exitCode = 128 + constants.signals[signal];
    (requested.signal.aborted ? forced : requested).abort(signal);
  };
  const onSignal = (signal: NodeJS.Signals) => {
    if (signal !== 'SIGHUP' || !onHangup()) request(signal);
  };
  const signals = SIGNALS.filter((signal) => signal in constants.signals);
  for (const signal of signals) process.on(signal, onSignal);
  return {
    requested: requested.signal,
    forced: forced.signal,
    request,
    exitCode: () => exitCode,
    release: () => {
      for (const signal of signals) process.off(signal, onSignal);
    },
  };
}
