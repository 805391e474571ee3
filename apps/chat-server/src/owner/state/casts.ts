import { CAPABILITY, type Capability } from '../../line/capability.ts';
import type { Cast } from '../../line/cast.ts';
import type { Client } from './client.ts';
import { body, messageTags, type CapabilityTag } from './line-parts.ts';
import type { Network } from './network.ts';

/** A line that everybody gets. */
export function castToAll(line: string, tags: readonly CapabilityTag[] = []): Cast {
  return { tags, forms: [{ needs: 0, lacks: 0, line }] };
}

/** A line for those with this capability. */
export function castToCapable(
  capability: Capability,
  line: string,
  tags: readonly CapabilityTag[] = [],
): Cast {
  return { tags, forms: [{ needs: CAPABILITY[capability], lacks: 0, line }] };
}

/** What a client does, as others get it: `:ani!~ani@host JOIN #kelas`, with time and account. */
export function deed(
  network: Network,
  client: Client,
  command: string,
  params: readonly string[],
): Cast {
  return castToAll(body(client.source, command, params), deedTags(network, client));
}

export function deedTags(network: Network, client: Client): CapabilityTag[] {
  const { account } = client;
  const facts = { time: network.now(), account, isBot: client.modes.has('B') };
  return messageTags(facts, network.wantedCapabilities);
}

/** To the members of its channels, and to those who watch it with extended-monitor, that have a capability. */
export function toThoseWhoAsk(
  network: Network,
  client: Client,
  capability: Capability,
  cast: Cast,
): void {
  network.toNeighbours(client, cast);
  const neighbours = network.neighbours(client);
  for (const watcher of network.monitors.watchersOf(network.fold(client.nick))) {
    const isAsking = watcher.has('extended-monitor') && watcher.has(capability);
    if (isAsking && watcher !== client && !neighbours.has(watcher)) watcher.notify(cast);
  }
}
