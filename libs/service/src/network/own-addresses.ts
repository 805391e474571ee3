import { networkInterfaces } from 'node:os';

/** The IPv4 and IPv6 addresses of this machine, link-local ones left out. */
export function ownAddresses(): string[] {
  return Object.values(networkInterfaces())
    .flatMap((addresses) => addresses ?? [])
    .map(({ address }) => address)
    .filter((address) => !address.startsWith('fe80:'));
}
