import { readdir, readFile, readlink } from 'node:fs/promises';
import { basename } from 'node:path';
import type { PortHolder, PortUse } from './port-holder.ts';

const LISTENING = { tcp: '0A', udp: '07' };

/**
 * From /proc alone (proc(5)): the socket's inode by its port, then the process that has it open. The
 * tables are read in pieces while sockets come and go, and a reading may pass over a row: nobody is
 * only believed twice.
 */
export async function linuxPortHolder(
  port: number,
  transport: 'tcp' | 'udp',
  use: PortUse,
): Promise<PortHolder | undefined> {
  return (await lookUp(port, transport, use)) ?? (await lookUp(port, transport, use));
}

async function lookUp(
  port: number,
  transport: 'tcp' | 'udp',
  use: PortUse,
): Promise<PortHolder | undefined> {
  const tables = [`/proc/net/${transport}`, `/proc/net/${transport}6`];
  const texts = await Promise.all(tables.map((table) => readFile(table, 'utf8').catch(() => '')));
  const inodes = new Set(texts.flatMap((text) => inodesOf(text, port, transport, use)));
  if (inodes.size === 0) return undefined;
  for (const pid of (await readdir('/proc')).filter((name) => /^\d+$/.test(name))) {
    if (await hasOpen(pid, inodes)) {
      return { pid: Number(pid), name: await programName(pid) };
    }
  }
  return undefined;
}

/**
 * `  0: 00000000:3039 00000000:0000 0A 00000000:00000000 00:00000000 00000000  0  0 53246 …`
 * A connection in TIME_WAIT belongs to no process any more: its inode is 0.
 */
export function inodesOf(
  table: string,
  port: number,
  transport: 'tcp' | 'udp',
  use: PortUse,
): string[] {
  const wantedPort = port.toString(16).toUpperCase().padStart(4, '0');
  const wanted = (state: string) => use === 'bound' || state === LISTENING[transport];
  return table
    .split('\n')
    .slice(1)
    .map((line) => line.trim().split(/\s+/))
    .filter(([, local = '', , state = '']) => local.endsWith(`:${wantedPort}`) && wanted(state))
    .map((fields) => fields[9] ?? '')
    .filter((inode) => inode !== '' && inode !== '0');
}

async function hasOpen(pid: string, inodes: ReadonlySet<string>): Promise<boolean> {
  // Processes end while they are read, and other users' processes cannot be read.
  const descriptors = await readdir(`/proc/${pid}/fd`).catch(() => []);
  for (const descriptor of descriptors) {
    const target = await readlink(`/proc/${pid}/fd/${descriptor}`).catch(() => '');
    const [, inode = ''] = /^socket:\[(\d+)\]$/.exec(target) ?? [];
    if (inodes.has(inode)) return true;
  }
  return false;
}

/** `comm` would be the name of its main thread, `node-MainThread`. */
async function programName(pid: string): Promise<string> {
  const commandLine = await readFile(`/proc/${pid}/cmdline`, 'utf8').catch(() => '');
  return nameIn(commandLine.split('\0'));
}

/** `node /…/apps/my-server/dist/main.js 9000` → `my-server` */
const OUR_PROGRAM = /[/\\]apps[/\\]([^/\\]+)[/\\](?:dist|src)[/\\]main\.[jt]s$/;

/** Which of our services a command line starts, or else the file name of its program. */
export function nameIn([program = '', ...args]: readonly string[]): string {
  const script = args.find((arg) => !arg.startsWith('-')) ?? '';
  const [, service] = OUR_PROGRAM.exec(script) ?? [];
  return service ?? (basename(program) || '?');
}
