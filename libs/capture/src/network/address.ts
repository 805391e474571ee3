/** An address of four words as text: `192.0.2.1`, or IPv6 by RFC 5952. */
export function addressText(words: Uint32Array, offset: number, ipVersion: number): string {
  return ipVersion === 4 ? ipv4Text(words[offset + 3]!) : ipv6Text(words, offset);
}

/** An IPv4 address as text. */
function ipv4Text(word: number): string {
  return `${word >>> 24}.${(word >>> 16) & 255}.${(word >>> 8) & 255}.${word & 255}`;
}

/** An IPv6 address as text: lower case, the longest row of two or more zeros as `::` (RFC 5952). */
function ipv6Text(words: Uint32Array, offset: number): string {
  const groups: number[] = [];
  for (let word = 0; word < 4; word += 1) {
    groups.push(words[offset + word]! >>> 16, words[offset + word]! & 0xffff);
  }
  const { start, length } = longestZeros(groups);
  const text = (part: number[]) => part.map((group) => group.toString(16)).join(':');
  if (length < 2) return text(groups);
  return `${text(groups.slice(0, start))}::${text(groups.slice(start + length))}`;
}

function longestZeros(groups: readonly number[]): { start: number; length: number } {
  let best = { start: 0, length: 0 };
  let length = 0;
  groups.forEach((group, index) => {
    length = group === 0 ? length + 1 : 0;
    if (length > best.length) best = { start: index + 1 - length, length };
  });
  return best;
}
