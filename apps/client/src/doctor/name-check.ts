import { isIP } from 'node:net';
import { codeOf } from '@praktikum/protocol';
import { lookUpAddresses } from '../look-up-addresses.ts';
import type { Check } from './check.ts';

/** Does the name lead to an address? */
export const nameCheck: Check = {
  name: 'name',
  async run({ endpoint, timeoutMs, signal, facts }) {
    const { host } = endpoint;
    try {
      const began = performance.now();
      facts.addresses = await lookUpAddresses(endpoint, timeoutMs, signal);
      const ms = performance.now() - began;
      if (isIP(host) !== 0) return [{ id: 'NAME_IS_ADDRESS', details: { host } }];
      const addresses = facts.addresses.map(({ address }) => address).join(', ');
      return [{ id: 'NAME_RESOLVED', details: { host, addresses, ms } }];
    } catch (error) {
      signal.throwIfAborted();
      const late = codeOf(error) === 'ETIMEDOUT';
      return [{ id: late ? 'NAME_TIMEOUT' : 'NAME_UNKNOWN', details: { host, ms: timeoutMs } }];
    }
  },
};
