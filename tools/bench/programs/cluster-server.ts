import cluster from 'node:cluster';
import { readArguments } from './arguments.ts';

/** The plain Node server in several processes, which share its port through `node:cluster`. */
if (cluster.isPrimary) {
  for (let worker = 0; worker < readArguments().workers; worker++) cluster.fork();
  process.once('SIGTERM', () => process.exit()); // the processes of a cluster end with it
} else {
  await import('./node-server.ts');
}
