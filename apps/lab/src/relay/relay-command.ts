import type { Command } from 'commander';
import { DatagramRelay } from '@praktikum/peers';
import { codeOf, type Endpoint } from '@praktikum/protocol';
import { createCommand, printLine, runInterruptible } from '@praktikum/service';
import type { Texts } from '../texts.ts';
import { addressOf, listenError, requireNoLoop } from './relay-endpoints.ts';
import {
  addRelayOptions,
  networkOf,
  readListen,
  readServer,
  type RelayOptions,
} from './relay-options.ts';
import { RelayOutput } from './relay-output.ts';
import { jsonReport, textReport } from './relay-report.ts';
import { RelayTally } from './relay-tally.ts';
import { RelayWatch } from './relay-watch.ts';
import type { RelayTexts } from './texts.ts';

/** `lab relay localhost 12345 --loss 10%`: a bad network for datagrams, until Ctrl-C. */
export function relayCommand(texts: Texts): Command {
  const { summary, description } = texts.relay;
  const command = createCommand('relay', texts).summary(summary).description(description);
  return addRelayOptions(command, texts).action(async (host, port, options: RelayOptions) => {
    const server = readServer([host, port], options);
    const listen = readListen(options.listen);
    let whole = false;
    await runInterruptible(async (signal) => {
      await run({ listen, server: await addressOf(server) }, options, texts.relay, signal);
      whole = true;
    });
    // Ctrl-C is how a relay is meant to end: nothing has failed.
    if (whole) process.exitCode = 0;
  });
}

async function run(
  { listen, server }: Readonly<Record<'listen' | 'server', Endpoint>>,
  options: RelayOptions,
  texts: RelayTexts,
  signal: AbortSignal,
): Promise<void> {
  requireNoLoop(listen, server);
  const network = networkOf(options);
  const output = new RelayOutput();
  const report = options.json ? jsonReport : textReport(texts);
  const tally = new RelayTally();
  const began = performance.now();
  const watch = new RelayWatch(options, signal);
  const relay = await DatagramRelay.listen(server, {
    ...network,
    listen,
    decided: (decision) => {
      tally.decided(decision);
      watch.taken();
      output.write([report.decision(decision)]);
    },
    unsent: ({ direction }) => tally.unsent(direction),
    failed: tellOnce(server, texts),
  }).catch(async (error: unknown) => {
    watch.release();
    throw await listenError(error, listen);
  });
  output.write(report.start({ endpoint: relay.endpoint, server, network }));
  await watch.ended;
  watch.release();
  const counts = tally.end(await relay.close());
  output.write(report.end({ counts, ms: performance.now() - began, seed: network.seed }));
  if (output.linesLost > 0) printLine(texts.linesLost(output.linesLost), process.stderr);
}

/** Every datagram may fail in the same way: it is said once. */
function tellOnce(server: Endpoint, texts: RelayTexts): (error: Error) => void {
  const told = new Set<string>();
  return (error) => {
    const code = codeOf(error);
    if (told.has(code)) return;
    told.add(code);
    const line = code === 'ECONNREFUSED' ? texts.refused(server) : texts.failed(server, code);
    printLine(line, process.stderr);
  };
}
