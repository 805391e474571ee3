import { join } from 'node:path';
import { LANGUAGES } from '@praktikum/protocol';
import { runToEnd, startServer } from '@praktikum/peers';
import { SERVERS } from './drawings.ts';
import { requireSuccess } from './require-success.ts';

/** As the READMEs have it. */
const SWARM = ['--clients', '20', '--messages', '5', '--think', '50ms'];

/** Lets a swarm loose on each server, and keeps its chart. */
export async function drawSwarms(folder: string): Promise<void> {
  for (const name of SERVERS) {
    const server = await startServer(name);
    try {
      for (const language of LANGUAGES) {
        const file = join(folder, language, `swarm-${name}.svg`);
        const output = ['--svg', file, '--force', '--lang', language];
        const { host, port } = server.endpoint;
        requireSuccess(
          await runToEnd('client', ['swarm', host, String(port), ...SWARM, ...output]),
        );
      }
    } finally {
      await server.stop();
    }
  }
}
