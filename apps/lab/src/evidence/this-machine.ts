import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { cpus, hostname, release, totalmem, type, version } from 'node:os';
import { join } from 'node:path';
import { workspaceRoot } from '@praktikum/peers';
import type { Machine } from './evidence.ts';

const CAPTURE_TOOLS = ['dumpcap', 'tcpdump', 'tshark'];

/**
 * How long a tool may take to say its version.
 * @unit ms
 * @against a tool that says nothing and holds up the practicum
 * @provenBy ./this-machine.spec.ts: does not wait for a tool that says nothing
 */
const VERSION_MS = 3000;

const GIBIBYTE = 2 ** 30;

/** What a report says of the machine: read, and not asked. */
export function thisMachine(): Machine {
  return {
    host: hostname(),
    system: systemName(),
    processor: cpus()[0]?.model.trim() ?? '',
    cores: cpus().length,
    memory: Math.round(totalmem() / GIBIBYTE),
    node: process.versions.node,
    software: softwareVersion(),
    captureTools: CAPTURE_TOOLS.flatMap((tool) => versionOf(tool) ?? []),
  };
}

/** `Debian GNU/Linux 12 (bookworm), Linux 6.1.0`, `Windows 11 Pro, Windows_NT 10.0.22631`. */
export function systemName(): string {
  const kernel = `${type()} ${release()}`;
  if (process.platform === 'win32') return `${version()}, ${kernel}`;
  const name = /^PRETTY_NAME="?(.*?)"?$/m.exec(textOf('/etc/os-release'))?.[1];
  return name === undefined ? kernel : `${name}, ${kernel}`;
}

/** That of the workspace. */
function softwareVersion(): string {
  const manifest = textOf(join(workspaceRoot(), 'package.json'));
  const { version = '' } = JSON.parse(manifest || '{}') as { version?: string };
  return version;
}

/** The first line of what a tool says of itself; undefined where it is not installed. */
export function versionOf(tool: string): string | undefined {
  const { stdout, stderr } = spawnSync(tool, ['--version'], {
    encoding: 'utf8',
    timeout: VERSION_MS,
    killSignal: 'SIGKILL', // one that ignores others is not waited for either
    windowsHide: true,
  });
  const first = `${stdout ?? ''}${stderr ?? ''}`.split('\n')[0]?.trim();
  return first === '' ? undefined : first;
}

function textOf(file: string): string {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    return '';
  }
}
