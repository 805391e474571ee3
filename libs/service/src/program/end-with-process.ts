import { type ChildProcess, spawn } from 'node:child_process';

/**
 * Waits until its standard input is closed, which the system does for a process that is killed as well,
 * and then ends the process whose number it was given: one that is stopped obeys SIGKILL alone.
 */
const KEEPER = 'read _; kill "$0"; sleep 2; kill -KILL "$0"';

/**
 * Lets a program end with the process that has started it, however that ends: SIGKILL leaves no time to end
 * anything. A tool that captures, whose pipe nobody reads any more, would notice that with its next packet
 * only, and a server never.
 */
export function endWithProcess(child: ChildProcess): void {
  const end = () => void child.kill();
  process.once('exit', end);
  child.once('exit', () => process.off('exit', end));
  // On Windows Node's children end with it (libuv puts them into a job object).
  if (process.platform !== 'win32' && child.pid !== undefined) keep(child, child.pid);
}

/** It lives in a session of its own: neither Ctrl-C nor the end of the terminal ends it too early. */
function keep(child: ChildProcess, pid: number): void {
  const stdio = ['pipe', 'ignore', 'ignore'] as const;
  const keeper = spawn('/bin/sh', ['-c', KEEPER, String(pid)], {
    detached: true,
    stdio: [...stdio],
  });
  keeper.once('error', () => undefined); // without it the child outlives a SIGKILL
  keeper.unref();
  (keeper.stdin as unknown as { unref(): void }).unref();
  // Its number may be another process's soon.
  child.once('exit', () => keeper.kill('SIGKILL'));
}
