import { completeMask, matchesMask, NUMERICS } from '@praktikum/irc';
import type { Client } from '../../state/client.ts';
import type { Command } from '../../command.ts';
import type { Network } from '../../state/network.ts';
import { addressFor, commonChannel, findsUser } from '../../rules/visibility.ts';
import { inSlices } from '../../state/in-slices.ts';
import { isVisibleTo } from '../channel/names.ts';
import { parseWhoOptions } from './who-options.ts';
import { sendWhoReply, type FoundUser } from './who-reply.ts';

/**
 * Users that one WHO with a mask tells of; when there are more, the last line says so. The members of a channel
 * are all told.
 * @unit users
 * @against `WHO *` again and again, which makes thousands of lines of one
 * @provenBy ../../../../integration/limits.spec.ts: tells of no more users in one WHO than it says
 */
const MAX_WHO_USERS = 1000;

export const who: Command = {
  syntax: 'WHO [<mask>|#channel] [o][%<fields>[,<token>]]',
  about: {
    id: 'mencari pengguna menurut nick, nick!nama@host, host atau channel',
    en: 'searches users by nick, nick!name@host, host or channel',
  },
  needs: 0,
  async run({ network, client, params: [asked = '', text = ''] }) {
    const mask = asked === '' ? '*' : asked;
    const options = parseWhoOptions(text);
    const isChannel = mask.startsWith('#');
    const most = isChannel ? Infinity : MAX_WHO_USERS;
    const users = isChannel ? membersOf(network, client, mask) : matching(network, client, mask);
    let end = network.words.endOfWho;
    let told = 0;
    for await (const found of users) {
      if (options.operatorsOnly && !found.user.isOperator) continue;
      if (told === most) {
        end = network.words.firstOnly(most);
        break;
      }
      told += 1;
      sendWhoReply(network, client, found, options);
    }
    client.numeric(NUMERICS.RPL_ENDOFWHO, mask, end);
  },
};

function* membersOf(network: Network, asker: Client, name: string): Generator<FoundUser> {
  const channel = network.channel(name);
  if (channel === undefined || !isVisibleTo(asker, channel)) return;
  for (const user of channel.members.keys()) if (findsUser(asker, user)) yield { user, channel };
}

/** A nick in full finds users that are invisible, too. */
async function* matching(network: Network, asker: Client, mask: string): AsyncGenerator<FoundUser> {
  const named = network.user(mask);
  if (named !== undefined) {
    yield { user: named, channel: commonChannel(asker, named) };
    return;
  }
  const fits = fitting(network, asker, mask);
  for await (const user of inSlices(network.clients.values(), asker)) {
    if (!user.isRegistered || !fits(user) || !findsUser(asker, user)) continue;
    yield { user, channel: commonChannel(asker, user) };
  }
}

/** An address is looked at only where the asker may know it: who searches for `10.0.*` learns it otherwise. */
function fitting(network: Network, asker: Client, mask: string): (user: Client) => boolean {
  const isSource = /[!@]/.test(mask);
  // `WHO 0` means everybody (RFC 1459 section 4.5.1).
  const wanted = network.fold(isSource ? completeMask(mask) : mask === '0' ? '*' : mask);
  return (user) => {
    const { nick, username, host } = user;
    const address = addressFor(asker, user);
    const hosts = address === undefined ? [host] : [host, address];
    const texts = isSource ? hosts.map((one) => `${nick}!~${username}@${one}`) : [nick, ...hosts];
    return texts.some((one) => matchesMask(wanted, network.fold(one)));
  };
}
