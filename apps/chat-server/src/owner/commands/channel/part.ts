import { deed } from '../../state/casts.ts';
import type { Command, Invocation } from '../../command.ts';
import { isSilenced } from '../../rules/rights.ts';
import { targetsOf } from '../../rules/targets.ts';
import { requiredChannel, requiredMembership } from './requirements.ts';

export const part: Command = {
  syntax: 'PART #channel{,#channel} [:<reason>]',
  about: { id: 'keluar dari channel', en: 'leaves a channel' },
  needs: 1,
  run(invocation) {
    const [list = ''] = invocation.params;
    for (const name of targetsOf(list)) partOne(invocation, name);
  },
};

function partOne(invocation: Invocation, name: string): void {
  const channel = requiredChannel(invocation, name);
  if (channel === undefined || !requiredMembership(invocation, channel)) return;
  const { network, client, params } = invocation;
  const [, reason] = params;
  const isHeard = reason !== undefined && reason !== '' && !isSilenced(network, client, channel);
  const told = isHeard ? [channel.name, reason] : [channel.name];
  network.toChannelBy(client, channel, deed(network, client, 'PART', told));
  network.leave(client, channel);
}
