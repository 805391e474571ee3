import { addressesForOthers } from '@praktikum/service';
import type { Check } from './check.ts';
import { attemptConnection } from './connection-check.ts';
import { isOwnAddress } from './own-machine.ts';

/** Do other machines reach a server of this one, or does it listen on 127.0.0.1 alone? */
export const othersCheck: Check = {
  name: 'others',
  async run(context) {
    const { facts, endpoint, signal } = context;
    if (!facts.reachable.some(({ address }) => isOwnAddress(address))) return [];
    const [address] = addressesForOthers();
    if (address === undefined) return [{ id: 'OTHERS_NO_NETWORK' }];
    const { code } = await attemptConnection({ address, family: 4 }, context);
    signal.throwIfAborted();
    const details = { address, port: endpoint.port };
    return [{ id: code === undefined ? 'OTHERS_REACH' : 'OTHERS_CANNOT', details }];
  },
};
