import { NUMERICS } from '@praktikum/irc';
import type { Command } from '../../command.ts';
import { targetsOf } from '../../rules/targets.ts';
import { inSlices } from '../../state/in-slices.ts';
import { parseListConditions } from './list-conditions.ts';
import { isVisibleTo } from './names.ts';

/**
 * Channels in the answer to one LIST; when there are more, the last line says so.
 * @unit channels
 * @against LIST again and again on a server where somebody has made channels without end
 * @provenBy ../../../../integration/limits.spec.ts: lists no more channels at once than it says
 */
const MAX_LISTED_CHANNELS = 5000;

export const list: Command = {
  syntax: 'LIST [<condition>{,<condition>}]',
  about: {
    id: 'daftar channel; syarat: #nama, *topeng*, !*bukan*, >5 dan <10 anggota, C>60 (dibuat), T<60 (topik) menit lalu',
    en: 'lists channels; conditions: #name, *mask*, !*not*, >5 and <10 members, C>60 (made), T<60 (topic) minutes ago',
  },
  needs: 0,
  async run({ network, client, params: [names = '', more = ''] }) {
    const { words } = network;
    // Conditions may stand behind the names, too: `LIST #a*,#b* >5`.
    const conditions = targetsOf(network.fold(`${names},${more}`));
    const fits = parseListConditions(conditions, Date.now());
    let end = words.endOfChannels;
    let told = 0;
    client.numeric(NUMERICS.RPL_LISTSTART, 'Channel', words.listStart);
    for await (const channel of inSlices(network.channels.values(), client)) {
      if (!fits(channel) || !isVisibleTo(client, channel)) continue;
      if (told === MAX_LISTED_CHANNELS) {
        end = words.firstOnly(MAX_LISTED_CHANNELS);
        break;
      }
      told += 1;
      const { name, members, topic } = channel;
      client.numeric(NUMERICS.RPL_LIST, name, String(members.size), topic?.text ?? '');
    }
    client.numeric(NUMERICS.RPL_LISTEND, end);
  },
};
