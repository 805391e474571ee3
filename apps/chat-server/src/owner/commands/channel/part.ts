import { NUMERICS } from '@praktikum/irc';
import { deed } from '../../state/casts.ts';
import type { Command, Invocation } from '../../command.ts';
import { isSilenced } from '../../rules/rights.ts';
import { targetsOf } from '../../rules/targets.ts';

export const part: Command = {
  syntax: 'PART #channel{,#channel} [:<reason>]',
  about: { id: 'keluar dari channel', en: 'leaves a channel' },
  needs: 1,
  run(invocation) {
    const [list = ''] = invocation.params;
    for (const name of targetsOf(list)) partOne(invocation, name);
  },
};

function partOne({ network, client, params: [, reason] }: Invocation, name: string): void {
  const channel = network.channel(name);
  if (channel === undefined) {
    return client.numeric(NUMERICS.ERR_NOSUCHCHANNEL, name, network.words.noSuchChannel);
  }
  if (!channel.members.has(client)) {
    return client.numeric(NUMERICS.ERR_NOTONCHANNEL, channel.name, network.words.notOnChannel);
  }
  const isHeard = reason !== undefined && reason !== '' && !isSilenced(network, client, channel);
  const params = isHeard ? [channel.name, reason] : [channel.name];
  network.toChannelBy(client, channel, deed(network, client, 'PART', params));
  network.leave(client, channel);
}
