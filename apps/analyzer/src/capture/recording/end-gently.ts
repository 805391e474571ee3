import type { ChildProcess } from 'node:child_process';
import { SETTLE_MS } from './stop-watch.ts';

/**
 * How long a tool may take to write what it still has.
 * @unit ms
 * @against a tool that was stopped (SIGSTOP), which takes no other signal, and a capture that never ends
 * @provenBy ./end-gently.spec.ts: ends a tool that is stopped
 */
const STOPPED_MS = 5000;

/**
 * Ends a capture tool so that it writes what it still has. Windows has no signal for that: `kill` ends it
 * at once, and what dumpcap offers its own caller there (`-Z`, a named pipe) is documented nowhere. A Ctrl-C
 * on the console has reached the tool as well, and it ends by itself; after any other stop it has the time
 * in which it passes on what has come.
 */
export function endGently(tool: ChildProcess, platform = process.platform): void {
  if (tool.exitCode !== null || tool.signalCode !== null) return;
  if (platform !== 'win32') {
    tool.kill('SIGINT');
    const timer = setTimeout(() => tool.kill('SIGKILL'), STOPPED_MS);
    tool.once('exit', () => clearTimeout(timer));
    return;
  }
  const timer = setTimeout(() => tool.kill(), SETTLE_MS);
  tool.once('exit', () => clearTimeout(timer));
}
