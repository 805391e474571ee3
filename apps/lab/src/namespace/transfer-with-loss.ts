import { readFile } from 'node:fs/promises';
import { systemName } from '../evidence/this-machine.ts';
import { messageLines } from '../runs/messages.ts';
import { startLabServer } from '../runs/lab-server.ts';
import { captureDuring } from '../runs/traffic-capture.ts';
import type { Workbench } from '../runs/workbench.ts';
import { LOSS_FILES as FILES, type LossFacts } from './loss-facts.ts';
import { RULE } from './lossy-namespace.ts';

/** About 80 KB: some sixty segments in each direction. */
const LINES = 3000;

/** `      16    22928 DROP       6    --  lo     *       0.0.0.0/0 …`: packets, bytes, target. */
const DROPPED = /^ *(\d+) +\d+ +DROP /m;

/** A client sends a file to the simple server and gets it back, while iptables drops segments. */
export async function transferWithLoss(bench: Workbench): Promise<void> {
  const observedAt = new Date().toISOString();
  const sent = messageLines(LINES);
  await bench.write(FILES.messages, sent);
  const { endpoint: server, stop } = await startLabServer(bench, 'simple-server', FILES.server);
  const files = { output: FILES.client, data: FILES.reply };
  const args = [server.host, String(server.port), '--file', FILES.messages, '--raw'];
  const { missing } = await captureDuring(bench, { server, file: FILES.capture }, () =>
    bench.run('client', args, files),
  );
  const counters = bench.startTool('iptables', ['-nvxL', 'INPUT'], { output: FILES.counters });
  const { stdout } = await bench.finish(counters);
  await stop();
  const reply = await readFile(bench.path(FILES.reply));
  const facts: LossFacts = {
    ...{ system: systemName(), observedAt, rule: RULE },
    ...{ sent: sent.length, returned: reply.length },
    identical: Buffer.compare(sent, reply) === 0,
    dropped: Number(DROPPED.exec(stdout.toString())?.[1]),
    ...(missing !== undefined && { missing }),
    commands: bench.commands,
  };
  await bench.write(FILES.facts, `${JSON.stringify(facts, undefined, 2)}\n`);
}
