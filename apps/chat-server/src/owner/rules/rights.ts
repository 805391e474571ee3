import { formatModeChanges } from '@praktikum/irc';
import { castToAll, deedTags } from '../state/casts.ts';
import type { Channel, Membership } from '../state/channel.ts';
import type { Client } from '../state/client.ts';
import { body } from '../state/line-parts.ts';
import { identityOf, isMeant, type ListEntry } from '../state/list-entry.ts';
import type { Network } from '../state/network.ts';

/** Rank of a member that may change a channel: half-operator or operator. */
export const MANAGING_RANK = 2;

/** Whether the class has a teacher, who alone is given rights in its channel. */
function isTaught(network: Network, channel: Channel): boolean {
  return channel.key === network.fold(network.settings.classChannel) && network.accounts.hasTeacher;
}

/** Whether a client may do what is for the teacher and for operators of the server. */
export function isInCharge(network: Network, client: Client): boolean {
  return client.isOperator || network.accounts.isTeacher(client.account);
}

/** The modes that a member is to have on joining: of the first one, of an account with rights, of the teacher. */
export function initialModes(network: Network, client: Client, channel: Channel): string {
  const kept = network.register.rightsOf(channel.key, client.account);
  if (isTaught(network, channel)) {
    const isTeacher = network.accounts.isTeacher(client.account);
    return isTeacher && !kept.includes('o') ? `o${kept}` : kept;
  }
  return channel.members.size === 1 && !kept.includes('o') ? `o${kept}` : kept;
}

/** Gives a member that has logged in what its account may do there, and tells the channel. */
export function grantRights(network: Network, client: Client, channel: Channel): void {
  const membership = channel.members.get(client);
  if (membership === undefined) return;
  const due = [...initialModes(network, client, channel)].filter(
    (mode) => !membership.modes.has(mode),
  );
  if (due.length === 0) return;
  for (const mode of due) membership.modes.add(mode);
  const changes = due.map((mode) => ({ adding: true, mode, param: client.nick }));
  const params = [channel.name, ...formatModeChanges(changes)];
  network.toChannel(
    channel,
    castToAll(body(network.serverName, 'MODE', params), deedTags(network, client)),
  );
}

/** Whether one of the entries means this client. */
export function isListed(network: Network, client: Client, entries: readonly ListEntry[]): boolean {
  if (entries.length === 0) return false;
  const who = identityOf(client, network.fold);
  return entries.some(({ meaning }) => isMeant(meaning, who));
}

/** Whether a client may not come in (+b without +e). */
export function isBanned(network: Network, client: Client, { lists }: Channel): boolean {
  const isWhole = ({ meaning }: ListEntry) => !meaning.onlyMutes;
  return (
    isListed(network, client, lists.b.filter(isWhole)) &&
    !isListed(network, client, lists.e.filter(isWhole))
  );
}

/** Whether a client may not speak by +q, or by +b with `~m:`. */
function isMuted(network: Network, client: Client, { lists }: Channel): boolean {
  const bans = lists.b.filter(({ meaning }) => meaning.onlyMutes);
  return isListed(network, client, [...lists.q, ...bans]) && !isListed(network, client, lists.e);
}

/** Why a client may not speak in a channel; undefined: it may. */
export function silencedBy(
  network: Network,
  client: Client,
  channel: Channel,
): 'outside' | 'moderated' | 'muted' | 'banned' | undefined {
  const membership: Membership | undefined = channel.members.get(client);
  if (membership !== undefined && membership.rank > 0) return undefined;
  if (membership === undefined && channel.modes.has('n')) return 'outside';
  if (channel.modes.has('m')) return 'moderated';
  if (isMuted(network, client, channel)) return 'muted';
  return isBanned(network, client, channel) ? 'banned' : undefined;
}

/** Whether what a client says to a channel by the way, such as a reason for leaving, is not to be heard. */
export function isSilenced(network: Network, client: Client, channel: Channel): boolean {
  return channel.members.has(client) && silencedBy(network, client, channel) !== undefined;
}

/**
 * A channel that it is in and may not speak in. What all its channels hear of it says nothing then: its nick and
 * real name stay as they are (by a new nick it would slip a mask, too), and reasons are left out.
 */
export function silencingChannel(network: Network, client: Client): Channel | undefined {
  for (const channel of client.channels.keys()) {
    if (silencedBy(network, client, channel) !== undefined) return channel;
  }
  return undefined;
}
