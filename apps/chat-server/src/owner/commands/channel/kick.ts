import { cutToBytes, NUMERICS } from '@praktikum/irc';
import { deed } from '../../state/casts.ts';
import type { Channel } from '../../state/channel.ts';
import type { Command, Invocation } from '../../command.ts';
import { MANAGING_RANK } from '../../rules/rights.ts';
import { targetsOf } from '../../rules/targets.ts';

export const kick: Command = {
  syntax: 'KICK #channel <nick>{,<nick>} [:<reason>]',
  about: { id: 'mengeluarkan anggota dari channel', en: 'puts a member out of a channel' },
  needs: 2,
  run(invocation) {
    const channels = (invocation.params[0] ?? '').split(',');
    const nicks = targetsOf(invocation.params[1] ?? '');
    // One channel for all, or a channel for each (RFC 2812 section 3.2.8).
    nicks.forEach((nick, at) =>
      kickOne(invocation, channels[channels.length > 1 ? at : 0] ?? '', nick),
    );
  },
};

function kickOne(invocation: Invocation, name: string, nick: string): void {
  const { network, client, params } = invocation;
  const channel = network.channel(name);
  const { words } = network;
  if (channel === undefined) {
    return client.numeric(NUMERICS.ERR_NOSUCHCHANNEL, name, words.noSuchChannel);
  }
  const own = channel.members.get(client);
  if (own === undefined) {
    return client.numeric(NUMERICS.ERR_NOTONCHANNEL, channel.name, words.notOnChannel);
  }
  const target = network.user(nick);
  const theirs = target && channel.members.get(target);
  if (own.rank < MANAGING_RANK || (theirs && theirs.rank > own.rank)) {
    return client.numeric(NUMERICS.ERR_CHANOPRIVSNEEDED, channel.name, words.operatorNeeded);
  }
  if (target === undefined || theirs === undefined) {
    return client.numeric(
      NUMERICS.ERR_USERNOTINCHANNEL,
      nick,
      channel.name,
      words.userNotInChannel,
    );
  }
  const reason = cutToBytes(params[2] || client.nick, network.settings.limits.kick);
  network.toChannelBy(
    client,
    channel,
    deed(network, client, 'KICK', [channel.name, target.nick, reason]),
  );
  network.leave(target, channel);
}

/** Whether a member may change the channel; otherwise it is told so. */
export function mayManage({ network, client }: Invocation, channel: Channel): boolean {
  const rank = channel.members.get(client)?.rank ?? 0;
  if (rank >= MANAGING_RANK) return true;
  const { words } = network;
  client.numeric(NUMERICS.ERR_CHANOPRIVSNEEDED, channel.name, words.operatorNeeded);
  return false;
}
