import { expect, it } from '@jest/globals';
import type { NetworkInterfaceInfo } from 'node:os';
import { addressesForOthers } from './own-addresses.ts';

const info = (address: string, internal = false) =>
  ({ address, internal, family: address.includes(':') ? 'IPv6' : 'IPv4' }) as NetworkInterfaceInfo;

it('leaves out what other machines cannot reach', () => {
  const addresses = addressesForOthers({
    lo: [info('127.0.0.1', true), info('::1', true)],
    eth0: [info('192.168.1.7'), info('fe80::1')],
    'Wi-Fi': [info('10.0.0.5')],
    docker0: [info('172.17.0.1')],
    'VirtualBox Host-Only Network': [info('192.168.56.1')],
    'Ethernet 2': [info('169.254.3.4')],
  });
  expect(addresses).toEqual(['192.168.1.7', '10.0.0.5']);
});
