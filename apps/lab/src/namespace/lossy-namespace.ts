import { readFile } from 'node:fs/promises';
import { entryOf } from '@praktikum/peers';
import { codeOf } from '@praktikum/protocol';
import type { StartedCommand } from '../runs/started-command.ts';
import type { Workbench } from '../runs/workbench.ts';
import { LOSS_FILES, type LossFacts } from './loss-facts.ts';

/**
 * Every tenth segment with data is dropped, and no other packet: the handshake and the ACKs arrive, so that no
 * run takes long. The counter of the rule starts anew with the namespace, so each run loses the same ones.
 */
export const RULE =
  '-i lo -p tcp -m length --length 400:1500 -m statistic --mode nth --every 10 --packet 9 -j DROP';

/**
 * A loopback like Ethernet: one segment is one packet of 1500 bytes at most. Debian has these tools in
 * folders that the PATH of its users does not name. An older iptables (legacy) takes a lock that only root
 * may; nobody else is in this namespace.
 */
const SETUP = [
  'PATH=$PATH:/usr/sbin:/sbin',
  'export XTABLES_LOCKFILE=/dev/null',
  'ip link set lo mtu 1500 gso_max_segs 1 up',
  `iptables -A INPUT ${RULE}`,
  'exec "$@"',
].join(' && ');

/** What the lab is called to do inside. */
export const NAMESPACE_COMMAND = 'namespace-run';

/** Why there is no such run here; undefined words: the system is not Linux. */
export interface NamespaceRefusal {
  /** What the tool that failed has said, in its own words. */
  readonly words: string | undefined;
}

/**
 * Lets this program transfer a file in a network namespace of its own, which any user may make and which
 * ends with its last process (unshare(1), network_namespaces(7)). `sh` and Node take the place of unshare,
 * one after the other: whoever ends this process ends the lab inside, and that ends what it has started.
 */
export async function runInNamespace(bench: Workbench): Promise<LossFacts | NamespaceRefusal> {
  if (process.platform !== 'linux') return { words: undefined };
  const lab = [process.execPath, entryOf('lab'), NAMESPACE_COMMAND];
  const args = ['-r', '-n', 'sh', '-c', SETUP, 'sh', ...lab];
  // Where Node and the lab are is of no matter to a reader, and differs everywhere.
  const typed = `unshare -r -n sh -c '${SETUP}' sh node praktikum lab ${NAMESPACE_COMMAND}`;
  const command = bench.startTool('unshare', args, { accepts: 'any', typed });
  const end = await endOf(bench, command);
  if (end !== 'done') return { words: end ?? command.lastLine };
  const facts = JSON.parse(await readFile(bench.path(LOSS_FILES.facts), 'utf8')) as LossFacts;
  bench.adopt(facts.commands);
  return facts;
}

/** @returns the signal that has ended it, or undefined where it says by itself why it failed */
async function endOf(bench: Workbench, command: StartedCommand): Promise<string | undefined> {
  try {
    const { code, signal } = await bench.finish(command);
    return code === 0 ? 'done' : (signal ?? undefined);
  } catch (error) {
    if (codeOf(error) !== 'ERR_PROGRAM_NOT_STARTED') throw error;
    return undefined; // there is no unshare
  }
}
