import { formatModeChanges, matchesMask } from '@praktikum/irc';
import { castToAll, deedTags } from '../state/casts.ts';
import type { Channel, ListEntry, Membership } from '../state/channel.ts';
import type { Client } from '../state/client.ts';
import { body } from '../state/line-parts.ts';
import type { Network } from '../state/network.ts';

/** Rank of a member that may change a channel: half-operator or operator. */
export const MANAGING_RANK = 2;

/** A mask of an account rather than of a nick: `~a:budi`. */
const ACCOUNT_MASK = /^~a(?:ccount)?:(.+)$/i;
/** A ban that only mutes: `~m:budi!*@*`. */
const MUTE_MASK = /^~m:(.+)$/i;

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

/** Whether one of the entries means this client; `~a:` entries mean its account. */
export function isListed(network: Network, client: Client, entries: readonly ListEntry[]): boolean {
  return entries.some(({ mask }) => matchesEntry(network, client, mask));
}

function matchesEntry(network: Network, client: Client, mask: string): boolean {
  const [, account] = ACCOUNT_MASK.exec(mask) ?? [];
  if (account === undefined) return network.matches(mask, client);
  if (client.account === undefined) return false;
  return matchesMask(network.fold(account), network.fold(client.account));
}

/** Whether a client may not come in (+b without +e). */
export function isBanned(network: Network, client: Client, channel: Channel): boolean {
  const bans = channel.lists.b.filter(({ mask }) => !MUTE_MASK.test(mask));
  return isListed(network, client, bans) && !isListed(network, client, channel.lists.e);
}

/** Whether a client may not speak by +q, or by +b with `~m:`. */
function isMuted(network: Network, client: Client, channel: Channel): boolean {
  const bans = ofMutes(channel.lists.b);
  const mutes = [...channel.lists.q, ...bans];
  if (!isListed(network, client, mutes)) return false;
  const exceptions = [...channel.lists.e, ...ofMutes(channel.lists.e)];
  return !isListed(network, client, exceptions);
}

/** The masks behind `~m:`. */
function ofMutes(entries: readonly ListEntry[]): ListEntry[] {
  return entries.flatMap((entry) => {
    const [, mask] = MUTE_MASK.exec(entry.mask) ?? [];
    return mask === undefined ? [] : [{ ...entry, mask }];
  });
}

/** Whether what a client says to a channel by the way, such as a reason for leaving, is not to be heard. */
export function isSilenced(network: Network, client: Client, channel: Channel): boolean {
  return channel.members.has(client) && silencedBy(network, client, channel) !== undefined;
}

/** The channel in which it is muted or banned by a mask: its nick stays as it is there, or the mask would miss. */
export function heldBy(network: Network, client: Client): Channel | undefined {
  for (const channel of client.channels.keys()) {
    const reason = silencedBy(network, client, channel);
    if (reason === 'muted' || reason === 'banned') return channel;
  }
  return undefined;
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
