import { type ChildProcess, spawn } from 'node:child_process';

/**
 * Waits until its standard input is closed, which the system does for a process that is killed as well,
 * and then ends the process whose number it was given: one that is stopped obeys SIGKILL alone.
 */
const KEEPER = 'read _; kill "$0"; sleep 2; kill -KILL "$0"';

/**
 * Whoever ends in the middle leaves no tool that captures on. A tool in whose pipe nobody reads any more
 * would notice that only with its next packet.
 */
export function endWithProcess(tool: ChildProcess): void {
  const end = () => void tool.kill();
  process.once('exit', end);
  tool.once('exit', () => process.off('exit', end));
  // On Windows Node's children end with it (libuv puts them into a job object).
  if (process.platform !== 'win32' && tool.pid !== undefined) keep(tool, tool.pid);
}

/** It lives in a session of its own: neither Ctrl-C nor the end of the terminal ends it too early. */
function keep(tool: ChildProcess, pid: number): void {
  const stdio = ['pipe', 'ignore', 'ignore'] as const;
  const keeper = spawn('/bin/sh', ['-c', KEEPER, String(pid)], {
    detached: true,
    stdio: [...stdio],
  });
  keeper.once('error', () => undefined); // without it a tool ends with its next packet
  keeper.unref();
  (keeper.stdin as unknown as { unref(): void }).unref();
  // Its number may be another process's soon.
  tool.once('exit', () => keeper.kill('SIGKILL'));
}
