import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { setTimeout } from 'node:timers/promises';

const SIGNALS = ['SIGINT', 'SIGTERM', 'SIGHUP', 'SIGBREAK'];

/** How much later a signal that was sent to a whole group may be seen by another process of it. */
const SIGNAL_DELAY_MS = 200;

/**
 * Passes on to a child the signals that this process alone is sent. Ctrl-C, and `kill %1` of a shell, are
 * sent to the whole group: the child has them already, and to a server a second one means "at once". So a
 * third process of the group, which does nothing, tells by its end whether it was sent the signal too.
 * On Windows, which has no signals, a console tells all its processes.
 * @returns {(child: import('node:child_process').ChildProcess) => void} to be given the child, which is
 *   started when this process listens already: what comes meanwhile is passed on then
 */
export function passOnSignals() {
  const witness = process.platform === 'win32' ? undefined : new Witness();
  let child;
  let give;
  const started = new Promise((resolve) => (give = resolve));
  const passOn = async (signal) => {
    const early = child === undefined;
    if (witness === undefined || ((await witness.hasSeen(signal)) && !early)) return;
    await started;
    child.kill(signal);
  };
  for (const signal of SIGNALS) process.on(signal, passOn);
  return (process) => give((child = process));
}

/** A `cat` whose input never ends before this process does. */
class Witness {
  #cat = start();

  async hasSeen(signal) {
    const cat = this.#cat;
    if (cat.signalCode === null) {
      await Promise.race([once(cat, 'exit'), setTimeout(SIGNAL_DELAY_MS)]);
    }
    if (cat.signalCode === null) return false;
    if (this.#cat === cat) this.#cat = start();
    return cat.signalCode === signal;
  }
}

function start() {
  const cat = spawn('cat', { stdio: ['pipe', 'ignore', 'ignore'] });
  cat.on('error', () => undefined); // there is none: all signals are passed on
  cat.stdin.on('error', () => undefined); // it has ended
  cat.unref();
  cat.stdin.unref();
  return cat;
}
