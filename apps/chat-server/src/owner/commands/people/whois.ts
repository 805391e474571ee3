import { NUMERICS } from '@praktikum/irc';
import type { Channel } from '../../state/channel.ts';
import type { Client } from '../../state/client.ts';
import type { Command } from '../../command.ts';
import type { Network } from '../../state/network.ts';
import { targetsOf } from '../../rules/targets.ts';
import { addressFor } from '../../rules/visibility.ts';
import { inLines } from '../../words/word-lines.ts';
import { isVisibleTo } from '../channel/names.ts';

/** Bytes of channels in one line of 319: with what stands before them it stays below 512. */
const CHANNELS_LINE_BYTES = 380;

export const whois: Command = {
  syntax: 'WHOIS [<server>] <nick>{,<nick>}',
  about: { id: 'keterangan tentang pengguna', en: 'tells about a user' },
  needs: 0,
  run({ network, client, params }) {
    const { words } = network;
    // With two parameters the first one is a server, or the nick of one there: there is one server only.
    const nicks = targetsOf(params[1] ?? params[0] ?? '');
    if (nicks.length === 0) return client.numeric(NUMERICS.ERR_NONICKNAMEGIVEN, words.noNick);
    for (const nick of nicks) {
      const user = network.user(nick);
      if (user === undefined) client.numeric(NUMERICS.ERR_NOSUCHNICK, nick, words.noSuchNick);
      else sendUser(network, client, user);
      client.numeric(NUMERICS.RPL_ENDOFWHOIS, nick, words.endOfWhois);
    }
  },
};

function sendUser(network: Network, asker: Client, user: Client): void {
  const { words, serverName } = network;
  const { nick, username, host, realname, awayMessage, account, modes } = user;
  const address = addressFor(asker, user);
  const tell = (code: string, ...rest: readonly string[]) => asker.numeric(code, nick, ...rest);
  tell(NUMERICS.RPL_WHOISUSER, `~${username}`, host, '*', realname);
  for (const line of channelLines(asker, user)) tell(NUMERICS.RPL_WHOISCHANNELS, line);
  tell(NUMERICS.RPL_WHOISSERVER, serverName, words.serverInfo);
  if (awayMessage !== undefined) tell(NUMERICS.RPL_AWAY, awayMessage);
  if (user.isOperator) tell(NUMERICS.RPL_WHOISOPERATOR, words.whoisOper);
  if (modes.has('B')) tell(NUMERICS.RPL_WHOISBOT, words.whoisBot);
  if (account !== undefined) tell(NUMERICS.RPL_WHOISACCOUNT, account, words.whoisAccount);
  if (user.isSecure) tell(NUMERICS.RPL_WHOISSECURE, words.whoisSecure);
  if (address !== undefined) tell(NUMERICS.RPL_WHOISHOST, `${words.whoisActually} ${address}`);
  const signedOn = String(Math.floor(user.connectedAt / 1000));
  tell(NUMERICS.RPL_WHOISIDLE, String(user.idleSeconds), signedOn, words.whoisIdle);
}

/** `@#kelas +#lab`, as many lines as it takes. */
function channelLines(asker: Client, user: Client): string[] {
  const shown: string[] = [];
  for (const [channel, { signs }] of user.channels) {
    if (isShown(asker, user, channel)) shown.push(signs + channel.name);
  }
  return inLines(shown, CHANNELS_LINE_BYTES);
}

/** Of a user with +i others see those channels only that they are in themselves. */
function isShown(asker: Client, user: Client, channel: Channel): boolean {
  if (asker === user || asker.isOperator || !user.modes.has('i'))
    return isVisibleTo(asker, channel);
  return channel.members.has(asker);
}
