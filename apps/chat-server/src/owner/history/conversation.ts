import type { Client } from '../state/client.ts';
import type { Network } from '../state/network.ts';

/**
 * The key of a private talk in history: both identities, sorted, with a space between: `budi siti`,
 * `siti ~tamu`. It is the same from both sides.
 */
export function talkKey(network: Network, one: Client, other: Client): string {
  return keyOf(identityOfClient(network, one), identityOfClient(network, other));
}

/** The key of the talk of a client with whoever has this nick now, or an account of this name. */
export function talkWith(network: Network, client: Client, nick: string): string {
  return keyOf(identityOfClient(network, client), identityOf(network, nick));
}

/**
 * Who is meant by a nick: the account of the user who has it, `~tamu` for a guest, and while nobody has
 * it the account of this name, or else the guest.
 */
function identityOf(network: Network, nick: string): string {
  const user = network.user(nick);
  if (user !== undefined) return identityOfClient(network, user);
  const name = network.fold(nick);
  return network.accounts.get(nick) === undefined ? `~${name}` : name;
}

/**
 * The nick by which a client may ask for the talk with this identity; undefined when that nick means
 * somebody else by now.
 */
export function nickOf(network: Network, identity: string): string | undefined {
  const isGuest = identity.startsWith('~'); // no nick begins so
  const name = isGuest ? identity.slice(1) : identity;
  if (identityOf(network, name) !== identity) return undefined;
  const shown = isGuest ? network.user(name)?.nick : network.accounts.get(name)?.name;
  return shown ?? name;
}

/** A nick may be somebody else's tomorrow, and an account may not: a guest is another one than it. */
function identityOfClient(network: Network, { account, nick }: Client): string {
  return account === undefined ? `~${network.fold(nick)}` : network.fold(account);
}

function keyOf(...identities: [string, string]): string {
  return identities.sort().join(' ');
}
