import { NUMERICS } from '@praktikum/irc';
import type { Command } from '../../command.ts';
import { changeChannelModes, sendChannelModes } from './channel-mode.ts';
import { isVisibleTo } from './names.ts';
import { changeUserModes } from '../connection/user-mode.ts';

export const mode: Command = {
  syntax: 'MODE <#channel | nick> [<modes> {<parameter>}]',
  about: { id: 'melihat atau mengubah mode', en: 'shows or changes modes' },
  needs: 1,
  run(invocation) {
    const { network, client, params } = invocation;
    const [target = '', modes] = params;
    if (!target.startsWith('#')) return changeUserModes(invocation);
    const channel = network.channel(target);
    if (channel === undefined || !isVisibleTo(client, channel)) {
      return client.numeric(NUMERICS.ERR_NOSUCHCHANNEL, target, network.words.noSuchChannel);
    }
    if (modes === undefined) sendChannelModes(invocation, channel);
    else changeChannelModes(invocation, channel);
  },
};
