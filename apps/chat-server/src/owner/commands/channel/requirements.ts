import { NUMERICS } from '@praktikum/irc';
import type { Channel, Membership } from '../../state/channel.ts';
import type { Invocation } from '../../command.ts';
import { MANAGING_RANK } from '../../rules/rights.ts';

/** The channel of this name; undefined when there is none, which the client has been told then. */
export function requiredChannel(
  { network, client }: Invocation,
  name: string,
): Channel | undefined {
  const channel = network.channel(name);
  if (channel === undefined) {
    client.numeric(NUMERICS.ERR_NOSUCHCHANNEL, name, network.words.noSuchChannel);
  }
  return channel;
}

/** What the client is in this channel; undefined when it is not in it, which it has been told then. */
export function requiredMembership(
  { network, client }: Invocation,
  channel: Channel,
): Membership | undefined {
  const own = channel.members.get(client);
  if (own === undefined) {
    client.numeric(NUMERICS.ERR_NOTONCHANNEL, channel.name, network.words.notOnChannel);
  }
  return own;
}

/** Whether the client may change the channel; otherwise it has been told that it may not. */
export function mayManage(invocation: Invocation, channel: Channel): boolean {
  const rank = channel.members.get(invocation.client)?.rank ?? 0;
  if (rank < MANAGING_RANK) refuseToManage(invocation, channel);
  return rank >= MANAGING_RANK;
}

export function refuseToManage({ network, client }: Invocation, channel: Channel): void {
  client.numeric(NUMERICS.ERR_CHANOPRIVSNEEDED, channel.name, network.words.operatorNeeded);
}
