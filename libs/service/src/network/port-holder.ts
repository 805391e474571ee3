import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { linuxPortHolder } from './linux-port-holder.ts';
import { pidInNetstat } from './netstat.ts';

/** The process that has a port. */
export interface PortHolder {
  readonly pid: number;
  /** The file name of its program: `python3`; or which service of this workspace it is: `my-server`. */
  readonly name: string;
}

const run = promisify(execFile);
/**
 * How long a command that is asked who has a port may take.
 * @unit ms
 * @against an error message that waits for lsof or netstat to answer
 * @provenBy ./port-holder.spec.ts: waits no longer for a command than its deadline
 */
const COMMAND_DEADLINE_MS = 3000;

/** Whose port counts: `listening` a server's; `bound` that of an outgoing connection too. */
export type PortUse = 'listening' | 'bound';

/**
 * Finds out who has a port of this machine. Undefined when nobody does, or when the system does not
 * tell this user (a process of somebody else).
 */
export async function findPortHolder(
  port: number,
  transport: 'tcp' | 'udp' = 'tcp',
  use: PortUse = 'listening',
): Promise<PortHolder | undefined> {
  try {
    return await findHolder(port, transport, use);
  } catch {
    return undefined; // the means of this system is missing or refused: an answer less, no failure
  }
}

function findHolder(port: number, transport: 'tcp' | 'udp', use: PortUse) {
  if (process.platform === 'linux') return linuxPortHolder(port, transport, use);
  if (process.platform === 'win32') return windowsPortHolder(port, transport, use);
  return lsofPortHolder(port, transport, use);
}

async function windowsPortHolder(
  port: number,
  transport: string,
  use: PortUse,
): Promise<PortHolder | undefined> {
  const { stdout } = await run('netstat', ['-ano'], { timeout: COMMAND_DEADLINE_MS });
  const pid = pidInNetstat(stdout, port, transport, use);
  if (pid === undefined) return undefined;
  const tasks = await run('tasklist', ['/FI', `PID eq ${pid}`, '/FO', 'CSV', '/NH'], {
    timeout: COMMAND_DEADLINE_MS,
  });
  const [, name = '?'] = /^"([^"]+)"/.exec(tasks.stdout.trim()) ?? [];
  return { pid, name };
}

async function lsofPortHolder(
  port: number,
  transport: string,
  use: PortUse,
): Promise<PortHolder | undefined> {
  const state = transport === 'tcp' && use === 'listening' ? ['-sTCP:LISTEN'] : [];
  const { stdout } = await run('lsof', ['-nP', `-i${transport}:${port}`, ...state, '-Fpc'], {
    timeout: COMMAND_DEADLINE_MS,
  });
  const [, pid] = /^p(\d+)$/m.exec(stdout) ?? []; // p4321
  const [, name = '?'] = /^c(.+)$/m.exec(stdout) ?? []; // cnode
  return pid === undefined ? undefined : { pid: Number(pid), name };
}
