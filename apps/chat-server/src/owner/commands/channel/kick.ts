import { cutToBytes, NUMERICS } from '@praktikum/irc';
import { deed } from '../../state/casts.ts';
import type { Command, Invocation } from '../../command.ts';
import { MANAGING_RANK } from '../../rules/rights.ts';
import { targetsOf } from '../../rules/targets.ts';
import { refuseToManage, requiredChannel, requiredMembership } from './requirements.ts';

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
  const channel = requiredChannel(invocation, name);
  const own = channel && requiredMembership(invocation, channel);
  if (channel === undefined || own === undefined) return;
  const target = network.user(nick);
  const theirs = target && channel.members.get(target);
  if (own.rank < MANAGING_RANK || (theirs && theirs.rank > own.rank)) {
    return refuseToManage(invocation, channel);
  }
  if (target === undefined || theirs === undefined) {
    return client.numeric(
      NUMERICS.ERR_USERNOTINCHANNEL,
      nick,
      channel.name,
      network.words.userNotInChannel,
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
