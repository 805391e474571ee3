import { networkInterfaces } from 'node:os';

/** The IPv4 and IPv6 addresses of this machine, link-local ones left out. */
export function ownAddresses(): string[] {
  return Object.values(networkInterfaces())
    .flatMap((addresses) => addresses ?? [])
    .map(({ address }) => address)
    .filter((address) => !address.startsWith('fe80:'));
}

/** Names of interfaces that lead to containers and virtual machines of this machine alone. */
const INTERNAL =
  /^(docker|br-|veth|virbr|vmnet|vboxnet|lxc|podman|cni)|^vEthernet|VirtualBox|VMware/i;

/**
 * The IPv4 addresses by which other machines may reach this one: those of its networks.
 * @param interfaces what `os.networkInterfaces()` says
 */
export function addressesForOthers(interfaces = networkInterfaces()): string[] {
  return Object.entries(interfaces)
    .filter(([name]) => !INTERNAL.test(name))
    .flatMap(([, addresses]) => addresses ?? [])
    .filter(({ family, internal }) => family === 'IPv4' && !internal)
    .map(({ address }) => address)
    .filter((address) => !address.startsWith('169.254.')); // it was given none (RFC 3927)
}
