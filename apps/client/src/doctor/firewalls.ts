import { execFile } from 'node:child_process';
import { readFile } from 'node:fs/promises';
import { codeOf } from '@praktikum/protocol';

/** `unreadable`: it is installed, and only an administrator is told its state. */
export type FirewallState = 'active' | 'inactive' | 'unreadable' | 'absent';

export interface Firewall {
  readonly name: string;
  readonly state: () => Promise<FirewallState>;
}

/** What a program printed; undefined when it is not installed. */
interface Output {
  readonly ok: boolean;
  readonly text: string;
}

/**
 * How long a command that is asked about a firewall may take.
 * @unit ms
 * @against a firewall whose command never answers
 * @provenBy ./firewalls-deadline.spec.ts: waits no longer for a command than its deadline
 */
const COMMAND_DEADLINE_MS = 3000;

/** The firewalls of each system that can be asked without being administrator, as far as they tell. */
export const FIREWALLS: Readonly<Partial<Record<NodeJS.Platform, readonly Firewall[]>>> = {
  linux: [
    { name: 'ufw', state: async () => ufwState(await contents('/etc/ufw/ufw.conf')) },
    {
      name: 'firewalld',
      state: async () => firewalldState(await output('firewall-cmd', '--state')),
    },
    { name: 'nftables', state: async () => nftState(await output('nft', 'list', 'ruleset')) },
    { name: 'iptables', state: async () => iptablesState(await output('iptables', '-S')) },
  ],
  win32: [
    {
      name: 'Windows Defender Firewall',
      state: async () =>
        netshState(await output('netsh', 'advfirewall', 'show', 'currentprofile', 'state')),
    },
  ],
  darwin: [
    {
      name: 'macOS Application Firewall',
      state: async () =>
        socketfilterState(
          await output('/usr/libexec/ApplicationFirewall/socketfilterfw', '--getglobalstate'),
        ),
    },
  ],
};

/** Its own command needs root, its configuration does not: `ENABLED=yes`. */
export function ufwState(configuration: string | undefined): FirewallState {
  if (configuration === undefined) return 'absent';
  return /^ENABLED=yes/im.test(configuration) ? 'active' : 'inactive';
}

/** `running`, or `not running` with exit code 252. */
export function firewalldState(output: Output | undefined): FirewallState {
  if (output === undefined) return 'absent';
  if (/not running/i.test(output.text)) return 'inactive';
  return output.ok ? 'active' : 'unreadable';
}

/** Rules that only count or translate addresses stop nobody; a `drop` or `reject` does. */
export function nftState(output: Output | undefined): FirewallState {
  if (output === undefined) return 'absent';
  if (!output.ok) return 'unreadable';
  return /\b(drop|reject)\b/.test(output.text) ? 'active' : 'inactive';
}

/** `-P INPUT DROP`, `-A INPUT … -j REJECT`. */
export function iptablesState(output: Output | undefined): FirewallState {
  if (output === undefined) return 'absent';
  if (!output.ok) return 'unreadable';
  return /^(-P \S+ DROP|.* -j (DROP|REJECT))/m.test(output.text) ? 'active' : 'inactive';
}

/** `State                                 ON`; the words are Windows' own in other languages. */
export function netshState(output: Output | undefined): FirewallState {
  if (output === undefined) return 'absent';
  if (/\bOFF\b/.test(output.text)) return 'inactive';
  return /\bON\b/.test(output.text) ? 'active' : 'unreadable';
}

/** `Firewall is enabled. (State = 1)` */
export function socketfilterState(output: Output | undefined): FirewallState {
  if (output === undefined) return 'absent';
  const [, state] = /State = (\d)/.exec(output.text) ?? [];
  if (state === undefined) return 'unreadable';
  return state === '0' ? 'inactive' : 'active';
}

function output(command: string, ...args: readonly string[]): Promise<Output | undefined> {
  return new Promise((resolve) => {
    execFile(command, args, { timeout: COMMAND_DEADLINE_MS }, (error, stdout, stderr) => {
      if (error !== null && codeOf(error) === 'ENOENT') resolve(undefined);
      else resolve({ ok: error === null, text: stdout + stderr });
    });
  });
}

async function contents(path: string): Promise<string | undefined> {
  return readFile(path, 'utf8').catch((error: unknown) =>
    codeOf(error) === 'ENOENT' ? undefined : '',
  );
}
