import type { Check, CheckContext, Finding } from './check.ts';
import { FIREWALLS, type FirewallState } from './firewalls.ts';
import { isLoopback } from './own-machine.ts';

/** Is there a firewall on this machine that may be in the way? */
export const firewallCheck: Check = {
  name: 'firewall',
  async run(context) {
    const firewalls = FIREWALLS[process.platform] ?? [];
    if (firewalls.length === 0) return [{ id: 'FIREWALL_UNKNOWN_SYSTEM' }];
    const states = await Promise.all(
      firewalls.map(async ({ name, state }) => ({ name, state: await state() })),
    );
    const named = (wanted: FirewallState) =>
      states.filter(({ state }) => state === wanted).map(({ name }) => name);
    const findings: Finding[] = named('active').map((name) => activeFinding(name, context));
    const rest = [
      ['FIREWALL_INACTIVE', named('inactive')],
      ['FIREWALL_UNREADABLE', named('unreadable')],
      ['FIREWALL_ABSENT', named('absent')],
    ] as const;
    for (const [id, names] of rest) {
      if (names.length > 0) findings.push({ id, details: { names: names.join(', ') } });
    }
    return findings;
  },
};

/** It is suspected only of what firewalls do: to let packets vanish on their way. */
function activeFinding(name: string, { endpoint, facts }: CheckContext): Finding {
  const details = { name, port: endpoint.port };
  const suspected = facts.silent.some(({ address }) => !isLoopback(address));
  return { id: suspected ? 'FIREWALL_SUSPECTED' : 'FIREWALL_ACTIVE', details };
}
