interface IcmpType {
  readonly name: string;
  readonly codes?: readonly string[];
}

/** ICMP types and codes (https://www.iana.org/assignments/icmp-parameters). */
const V4: Readonly<Record<number, IcmpType>> = {
  0: { name: 'echo-reply' },
  3: {
    name: 'destination-unreachable',
    codes: [
      'network',
      'host',
      'protocol',
      'port',
      'fragmentation-needed',
      'source-route-failed',
      'network-unknown',
      'host-unknown',
      'source-isolated',
      'network-prohibited',
      'host-prohibited',
      'network-for-service',
      'host-for-service',
      'administratively-prohibited',
    ],
  },
  4: { name: 'source-quench' },
  5: { name: 'redirect', codes: ['network', 'host', 'network-for-service', 'host-for-service'] },
  8: { name: 'echo-request' },
  9: { name: 'router-advertisement' },
  10: { name: 'router-solicitation' },
  11: { name: 'time-exceeded', codes: ['in-transit', 'reassembly'] },
  12: { name: 'parameter-problem' },
  13: { name: 'timestamp-request' },
  14: { name: 'timestamp-reply' },
};

/** ICMPv6 types and codes (https://www.iana.org/assignments/icmpv6-parameters). */
const V6: Readonly<Record<number, IcmpType>> = {
  1: {
    name: 'destination-unreachable',
    codes: [
      'no-route',
      'administratively-prohibited',
      'beyond-scope',
      'address',
      'port',
      'source-policy',
      'reject-route',
    ],
  },
  2: { name: 'packet-too-big' },
  3: { name: 'time-exceeded', codes: ['in-transit', 'reassembly'] },
  4: { name: 'parameter-problem', codes: ['header-field', 'next-header', 'option'] },
  128: { name: 'echo-request' },
  129: { name: 'echo-reply' },
  133: { name: 'router-solicitation' },
  134: { name: 'router-advertisement' },
  135: { name: 'neighbour-solicitation' },
  136: { name: 'neighbour-advertisement' },
  137: { name: 'redirect' },
};

/** The name of a message, such as `destination-unreachable/port`; undefined when it is not known here. */
export function icmpName(isV6: boolean, type: number, code: number): string | undefined {
  const found = (isV6 ? V6 : V4)[type];
  if (!found) return undefined;
  const detail = found.codes?.[code];
  return detail ? `${found.name}/${detail}` : found.name;
}
