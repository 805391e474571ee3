import { describe, expect, it } from '@jest/globals';
import {
  firewalldState,
  iptablesState,
  netshState,
  nftState,
  socketfilterState,
  ufwState,
} from './firewalls.ts';

const said = (text: string) => ({ ok: true, text });
const refused = (text: string) => ({ ok: false, text });

describe('firewalls', () => {
  it.each([
    ['active', 'LOGLEVEL=low\nENABLED=yes\n'],
    ['inactive', '# ENABLED=yes was here\nENABLED=no\n'],
    ['absent', undefined],
  ])('ufw is %s', (state, configuration) => expect(ufwState(configuration)).toBe(state));

  it.each([
    ['active', said('running\n')],
    ['inactive', refused('not running\n')],
    ['unreadable', refused('Authorization failed.\n')],
    ['absent', undefined],
  ])('firewalld is %s', (state, output) => expect(firewalldState(output)).toBe(state));

  it.each([
    ['active', said('table inet filter { chain input { type filter hook input; policy drop; } }')],
    ['inactive', said('table ip nat { chain out { type nat hook postrouting; masquerade } }')],
    ['inactive', said('')],
    ['unreadable', refused('Operation not permitted (you must be root)')],
    ['absent', undefined],
  ])('nftables is %s', (state, output) => expect(nftState(output)).toBe(state));

  it.each([
    ['active', said('-P INPUT DROP\n')],
    ['active', said('-P INPUT ACCEPT\n-A INPUT -p tcp -j REJECT\n')],
    ['inactive', said('-P INPUT ACCEPT\n-P FORWARD ACCEPT\n-P OUTPUT ACCEPT\n')],
    ['unreadable', refused("can't initialize iptables table `filter': Permission denied")],
  ])('iptables is %s', (state, output) => expect(iptablesState(output)).toBe(state));

  it.each([
    ['active', said('Public Profile Settings:\nState                 ON\nOk.')],
    ['inactive', said('Public Profile Settings:\nState                 OFF\nOk.')],
    ['unreadable', said('Einstellungen\nStatus                EIN')],
  ])('the firewall of Windows is %s', (state, output) => expect(netshState(output)).toBe(state));

  it.each([
    ['active', said('Firewall is enabled. (State = 1)')],
    ['inactive', said('Firewall is disabled. (State = 0)')],
    ['unreadable', refused('')],
  ])('the firewall of macOS is %s', (state, output) =>
    expect(socketfilterState(output)).toBe(state),
  );
});
