import { parseArgs } from 'node:util';
import { once } from 'node:events';
import { LoadThread, type LoadSettings } from './load-thread.ts';

const TEXT = { type: 'string' } as const;
const OPTIONS: Record<string, typeof TEXT> = Object.fromEntries(
  ['host', 'port', 'mode', 'connections', 'threads', 'size', 'reply']
    .concat(['seconds', 'rate', 'operations', 'tls'])
    .map((name) => [name, TEXT]),
);

/**
 * The load generator where no C compiler is: the same command line and the same output as
 * `c/main.c`. One thread, so it may well be the bottleneck; its CPU is shown in the report.
 */
const { values } = parseArgs({ options: OPTIONS });
const number = (name: string, initial: number) => Number(values[name] ?? initial);

const settings: LoadSettings = {
  host: String(values.host ?? '127.0.0.1'),
  port: number('port', 0),
  mode: (values.mode ?? 'closed') as LoadSettings['mode'],
  connections: number('connections', 1),
  size: number('size', 32),
  reply: number('reply', 32),
  seconds: number('seconds', 1),
  rate: number('rate', 0),
  operations: number('operations', 0) || Infinity,
  tls: values.tls === 'on',
};

const load = new LoadThread(settings);
process.stdout.write(`ready ${await load.open()}\n`);
if (settings.mode === 'hold') {
  await once(process.stdin.resume(), 'end');
} else {
  await once(process.stdin, 'data');
  process.stdout.write(`${JSON.stringify(await load.run())}\n`);
}
process.exit();
