import { NUMERICS } from '@praktikum/irc';
import type { Command } from '../../command.ts';

export const whowas: Command = {
  syntax: 'WHOWAS <nick> [<count>]',
  about: {
    id: 'keterangan tentang pengguna yang sudah pergi',
    en: 'tells about users who have gone',
  },
  needs: 0,
  run({ network, client, params: [nick = '', count = ''] }) {
    const { words, serverName } = network;
    if (nick === '') return client.numeric(NUMERICS.ERR_NONICKNAMEGIVEN, words.noNick);
    const users = network.whowas.find(network.fold(nick));
    // A count that is none, 0 or negative means all of them (Modern IRC, WHOWAS message).
    const most = Number(count) > 0 ? Number(count) : Infinity;
    for (const user of users.slice(0, most)) {
      const { username, host, realname, leftAt } = user;
      client.numeric(NUMERICS.RPL_WHOWASUSER, user.nick, `~${username}`, host, '*', realname);
      const time = new Date(leftAt).toUTCString();
      client.numeric(NUMERICS.RPL_WHOISSERVER, user.nick, serverName, time);
    }
    if (users.length === 0) client.numeric(NUMERICS.ERR_WASNOSUCHNICK, nick, words.wasNoSuchNick);
    client.numeric(NUMERICS.RPL_ENDOFWHOWAS, nick, words.endOfWhowas);
  },
};
