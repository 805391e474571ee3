import type { Channel } from '../state/channel.ts';
import type { Client } from '../state/client.ts';

/** A channel that both are in. */
export function commonChannel(asker: Client, user: Client): Channel | undefined {
  for (const channel of user.channels.keys()) if (asker.channels.has(channel)) return channel;
  return undefined;
}

/** Whether a search finds this user: one with +i is found by those in a channel with it, and by operators. */
export function findsUser(asker: Client, user: Client): boolean {
  if (asker === user || asker.isOperator || !user.modes.has('i')) return true;
  return commonChannel(asker, user) !== undefined;
}

/** The address of a user, for itself and for operators; the others see its host only. */
export function addressFor(asker: Client, user: Client): string | undefined {
  if (asker !== user && !asker.isOperator) return undefined;
  // `::1` would begin a last parameter, and means the same as `0::1`.
  return user.address.startsWith(':') ? `0${user.address}` : user.address;
}
