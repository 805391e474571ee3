import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';

/**
 * How long a Node may take to say its version. A bare system needs some milliseconds for it, a slow
 * disk seconds.
 * @unit ms
 * @against a Node that hangs, for which `npm start` and `npm test` would wait for ever
 * @provenBy ../../workspace-plugin/integration/node-that-cannot-start.spec.ts: does not wait for ever for one that hangs
 */
const START_TIMEOUT_MS = 10_000;

/**
 * Finds out whether a Node can start here, by starting it.
 * @returns its version (`26.10.0`), or the reason why there is none, as the system says it
 */
export function startNode(file) {
  const { status, signal, error, stdout, stderr } = spawnSync(file, ['--version'], {
    encoding: 'utf8',
    env: { ...process.env, NODE_OPTIONS: '' }, // options that it does not know are no reason
    timeout: START_TIMEOUT_MS,
    killSignal: 'SIGKILL',
  });
  const [, version] = /^v(\d+\.\d+\.\d+)/.exec(stdout ?? '') ?? [];
  if (status === 0 && version !== undefined) return { version };
  return { reason: firstLine(stderr) || reasonOf(error, file) || (signal ?? `exit ${status}`) };
}

const firstLine = (text) => (text ?? '').trim().split('\n')[0];

function reasonOf(error, file) {
  // What the kernel answers when it does not find the loader that the file names: another C library.
  if (error?.code === 'ENOENT' && existsSync(file)) return 'ENOENT (glibc, ld-linux?)';
  return error?.message;
}
