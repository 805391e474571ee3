import { execFile } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { WORKSPACE_ROOT } from '../workspace-root.ts';
import type { Need, Peer, PeerStart } from './peer.ts';

const BUNDLE = join(WORKSPACE_ROOT, 'apps', 'threaded-server', 'dist', 'main.js');

const execute = promisify(execFile);

/** Our own server, in one of its two ways to accept. */
function threadedServer(name: string, what: string, accept: 'dispatch' | 'reuseport'): Peer {
  let help = '';
  const knows = (option: string) => new RegExp(`${option}\\b`).test(help);
  return {
    name,
    what,
    async prepare() {
      if (!existsSync(BUNDLE)) return 'it is not built: npx nx build threaded-server';
      help = (await execute(process.execPath, [BUNDLE, '--help'])).stdout;
      return accept === 'dispatch' || knows('--accept') ? undefined : 'it has no --accept yet';
    },
    lacks({ mode, tls }: Need) {
      if (mode === 'work') return 'it has no work mode; socket-pool stands for it';
      return tls && !knows('--tls') ? 'it has no --tls yet' : undefined;
    },
    command: (start) => ({
      file: process.execPath,
      args: [BUNDLE, ...options(start), ...(knows('--accept') ? ['--accept', accept] : [])],
    }),
  };
}

function options({ port, workers, mode, log, tls }: PeerStart): readonly string[] {
  return [
    ...['--host', '127.0.0.1', '--port', String(port)],
    ...['--mode', mode, '--workers', String(workers)],
    ...['--log-format', 'json', '--log-level', log ? 'debug' : 'warn'], // info counts what is frequent
    ...(tls === undefined ? [] : ['--tls', '--cert', tls.cert, '--key', tls.key]),
  ];
}

export const threadedDispatch = threadedServer(
  'threaded-server',
  'ours: accepts on the main thread, serves in worker threads',
  'dispatch',
);

export const threadedReusePort = threadedServer(
  'threaded-server-reuseport',
  'ours with --accept reuseport: every worker accepts for itself',
  'reuseport',
);
