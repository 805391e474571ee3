import { findPortHolder, type PortHolder } from '@praktikum/service';
import type { Check, Finding } from './check.ts';
import { isOwnAddress } from './own-machine.ts';

/** Which program of this machine has the port? */
export const listenerCheck: Check = {
  name: 'listener',
  async run({ endpoint: { host, port }, facts: { addresses, reachable }, udp: wantsUdp }) {
    if (addresses.length === 0) return [];
    if (!addresses.some(({ address }) => isOwnAddress(address))) {
      return [{ id: 'LISTENER_ELSEWHERE', details: { host, port } }];
    }
    const [tcp, udp] = await Promise.all([
      findPortHolder(port, 'tcp'),
      findPortHolder(port, 'udp'),
    ]);
    const findings: Finding[] = [];
    const unseen = reachable.length > 0 ? 'LISTENER_HIDDEN' : 'LISTENER_NONE';
    const none = wantsUdp ? 'LISTENER_NO_UDP' : unseen;
    if (tcp !== undefined) findings.push({ id: 'LISTENER_TCP', details: { port, ...tcp } });
    else if (!wantsUdp || udp === undefined) findings.push({ id: none, details: { port } });
    if (udp !== undefined) findings.push(udpFinding(port, udp, tcp));
    return findings;
  },
};

/** A server in the other transport explains why this one is refused. */
function udpFinding(port: number, udp: PortHolder, tcp: PortHolder | undefined): Finding {
  const id = tcp === undefined ? 'LISTENER_ONLY_UDP' : 'LISTENER_UDP';
  return { id, details: { port, ...udp } };
}
