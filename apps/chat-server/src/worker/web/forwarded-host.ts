import { isIP } from 'node:net';

/**
 * The address of a client behind proxies: the last one of X-Forwarded-For that is not a proxy of ours, since
 * everything before it is the client's own word.
 * @param remote who has connected
 * @param forwarded the field, with all its lines joined by commas
 * @param proxies addresses whose word counts
 */
export function forwardedHost(
  remote: string,
  forwarded: string | undefined,
  proxies: readonly string[],
): string {
  if (forwarded === undefined || !proxies.includes(remote)) return remote;
  const hops = forwarded.split(',').map((hop) => hop.trim());
  for (let hop = hops.pop(); hop !== undefined; hop = hops.pop()) {
    if (isIP(hop) === 0) return remote; // no address: nobody's word
    if (!proxies.includes(hop)) return hop;
  }
  return remote;
}
