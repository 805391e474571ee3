export const FIN = 0x01;
export const SYN = 0x02;
export const RST = 0x04;
export const ACK = 0x10;
export const URG = 0x20;

/** From the lowest bit on (RFC 9293, section 3.1; RFC 3168 and RFC 9768 for the last three). */
const NAMES = ['FIN', 'SYN', 'RST', 'PSH', 'ACK', 'URG', 'ECE', 'CWR', 'AE'] as const;

/** The names of the bits that are set, such as `['SYN', 'ACK']`. */
export function flagNames(flags: number): string[] {
  return NAMES.filter((_, bit) => (flags & (1 << bit)) !== 0);
}
