import { constants } from 'node:os';

const SIGNALS = ['SIGINT', 'SIGTERM', 'SIGHUP'];

/**
 * Lets a child end when this process is told to stop, which then waits for that end.
 * @param {import('node:child_process').ChildProcess} child
 * @param {NodeJS.Signals} [by] what it is sent; the signal that came unless told otherwise
 * @returns the signal that came, if one has; `release` ends the watch
 */
export function endTogether(child, by) {
  const interruption = {
    signal: undefined,
    release: () => SIGNALS.forEach((signal) => process.off(signal, end)),
  };
  const end = (signal) => {
    interruption.signal = signal;
    child.kill(by ?? signal);
  };
  for (const signal of SIGNALS) process.on(signal, end);
  return interruption;
}

/** Ends this process with what a shell shows for one that a signal has ended; not at any other word. */
export function exitIfInterrupted(end) {
  const number = constants.signals[end];
  if (number !== undefined) process.exit(128 + number);
}
