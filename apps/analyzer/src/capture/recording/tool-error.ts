import { CodedError, type ErrorDetails, escapeControls } from '@praktikum/protocol';
import { ownSystem } from './own-system.ts';

/**
 * What the tools say when they cannot capture, in the order in which it is looked for. Samples:
 * `You do not have permission to capture on device "lo". (socket: Operation not permitted)`,
 * `There is no device named "nosuch0".`, `nosuch0: No such device exists`.
 */
const MESSAGES = [
  ['ERR_CAPTURE_PERMISSION', /permission|operation not permitted|not permitted|access is denied/i],
  [
    'ERR_CAPTURE_INTERFACE',
    /no such device|no device named|no such interface|device not configured/i,
  ],
  ['ERR_CAPTURE_INTERFACE', /no interface|unknown interface|failed to open.*adapter/i],
] as const satisfies readonly (readonly [code: string, pattern: RegExp])[];

/** What a capture tool that ended by itself complained about, as an error of ours. */
export function toolError(tool: string, stderr: string, device: string): CodedError {
  const code = MESSAGES.find(([, pattern]) => pattern.test(stderr))?.[0] ?? 'ERR_CAPTURE_FAILED';
  const lines = stderr.split(/\r?\n/).filter((line) => line.trim() !== '');
  const said = lines.find((line) => MESSAGES.some(([, pattern]) => pattern.test(line)));
  const reason = escapeControls(said ?? lines.at(-1) ?? '-');
  const details = { tool, device: escapeControls(device), reason, system: ownSystem() };
  return new CodedError(code, `${tool}: ${reason}`, { details });
}

/**
 * What ended a capture tool from outside, such as `SIGKILL`.
 * @param left what is left of the capture
 */
export function killedError(tool: string, signal: string, left: ErrorDetails): CodedError {
  const details = { tool, signal, ...left };
  return new CodedError('ERR_CAPTURE_KILLED', `${tool} was ended by ${signal}`, { details });
}
