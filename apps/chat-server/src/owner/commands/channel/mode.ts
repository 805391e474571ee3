import { NUMERICS } from '@praktikum/irc';
import type { Command } from '../../command.ts';
import { changeChannelModes, sendChannelModes } from './channel-mode.ts';
import { isVisibleTo } from './names.ts';
import { changeUserModes } from '../connection/user-mode.ts';

export const mode: Command = {
  syntax: 'MODE <#channel | nick> [<modes> {<parameter>}]',
  about: {
    id: 'melihat atau mengubah mode: +o operator, +h setengah operator, +v boleh bicara, +b dilarang masuk dan bicara (tidak mengeluarkan: KICK), +q dibisukan, +e kecuali, +I boleh masuk tanpa undangan, +m hanya yang bersuara, +n hanya anggota, +t topik oleh operator, +i hanya undangan, +k kunci, +l batas anggota, +s rahasia',
    en: 'shows or changes modes: +o operator, +h half-operator, +v voice, +b may neither come in nor speak (puts nobody out: KICK), +q muted, +e excepted, +I needs no invitation, +m only voiced may speak, +n only members, +t operators set the topic, +i by invitation, +k key, +l most members, +s secret',
  },
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
