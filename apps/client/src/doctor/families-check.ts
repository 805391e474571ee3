import { isIPv6 } from '@praktikum/protocol';
import { ownAddresses } from '@praktikum/service';
import type { Check, Finding } from './check.ts';
import { isLoopback } from './own-machine.ts';

/** Which versions of IP lead to the host, and whether this machine speaks them. */
export const familiesCheck: Check = {
  name: 'families',
  run({ endpoint: { host }, facts: { addresses } }) {
    const findings: Finding[] = [];
    const has = (family: number) => addresses.some((address) => address.family === family);
    if (has(4) && has(6)) findings.push({ id: 'FAMILY_BOTH', details: { host } });
    else if (has(4)) findings.push({ id: 'FAMILY_IPV4', details: { host } });
    else if (has(6)) findings.push({ id: 'FAMILY_IPV6', details: { host } });
    const outside = addresses.filter(({ address }) => !isLoopback(address));
    const needsIPv6 = outside.length > 0 && outside.every(({ family }) => family === 6);
    if (needsIPv6 && !ownAddresses().some((own) => isIPv6(own) && !isLoopback(own))) {
      findings.push({ id: 'FAMILY_NO_IPV6_HERE', details: { host } });
    }
    return Promise.resolve(findings);
  },
};
