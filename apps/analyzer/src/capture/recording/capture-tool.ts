import { CodedError } from '@praktikum/protocol';
import { findExecutable } from './find-executable.ts';
import { ownSystem } from './own-system.ts';

/** A program that records traffic. */
export interface CaptureTool {
  readonly name: ToolName;
  readonly path: string;
}

type ToolName = keyof typeof ARGUMENTS;

/**
 * Room for packets that the tool has not read yet; by itself it takes 2 MiB, which a transfer over the
 * loopback fills in a few milliseconds.
 * @unit MiB
 * @against packets that are lost because the tool was not fast enough
 * @provenBy ./capture-tool.spec.ts: gives %s room for packets that wait
 */
const BUFFER_MIB = 32;

/**
 * How each of them writes to standard output, without delay and without counting aloud. In the order
 * in which they are preferred: dumpcap's files hold nanoseconds, the interface and what was dropped.
 */
const ARGUMENTS = {
  dumpcap: (device: string, filter: readonly string[]) => [
    ...['-q', '-B', `${BUFFER_MIB}`, '-i', device],
    ...(filter.length > 0 ? ['-f', filter.join(' ')] : []),
    ...['-w', '-'],
  ],
  tcpdump: (device: string, filter: readonly string[]) => [
    // Its buffer is told in KiB.
    ...['--immediate-mode', '-U', '-n', '-B', `${BUFFER_MIB * 1024}`, '-i', device, '-w', '-'],
    ...filter,
  ],
  tshark: (device: string, filter: readonly string[]) => [
    ...['-q', '-n', '-B', `${BUFFER_MIB}`, '-i', device],
    ...(filter.length > 0 ? ['-f', filter.join(' ')] : []),
    ...['-w', '-'],
  ],
};

const NAMES = Object.keys(ARGUMENTS) as ToolName[];

/**
 * The best tool that is installed.
 * @throws CodedError `ERR_CAPTURE_TOOL` when there is none
 */
export function findCaptureTool(): CaptureTool {
  for (const name of NAMES) {
    const path = findExecutable(name);
    if (path !== undefined) return { name, path };
  }
  const details = { system: ownSystem(), tools: NAMES.join(', ') };
  throw new CodedError('ERR_CAPTURE_TOOL', 'no capture tool is installed', { details });
}

/** The arguments that record a device's traffic to standard output. */
export function captureArguments({ name }: CaptureTool, device: string, port?: number): string[] {
  // A capture filter, not a display filter: TCP and UDP, either direction.
  return ARGUMENTS[name](device, port === undefined ? [] : ['port', String(port)]);
}

/** The loopback device: what two programs on one machine say to one another passes there. */
export function loopbackDevice(): string {
  const { platform } = process;
  if (platform === 'win32') return '\\Device\\NPF_Loopback';
  return platform === 'linux' ? 'lo' : 'lo0';
}
