import { NUMERICS, type ModeChange } from '@praktikum/irc';
import type { Channel } from '../../state/channel.ts';
import type { Invocation } from '../../command.ts';
import { refuseToManage } from './requirements.ts';

/** The rank that may give and take each: only operators make operators. */
const NEEDED_RANK: Readonly<Record<string, number>> = { o: 3, h: 3, v: 2 };

/**
 * Gives or takes operator, half-operator or voice. What an account is given it has again whenever it comes.
 * @returns what has changed, to be told to the channel
 */
export function applyMembership(
  invocation: Invocation,
  channel: Channel,
  { adding, mode, param = '' }: ModeChange,
): ModeChange[] {
  const { network, client } = invocation;
  const { words } = network;
  const target = network.user(param);
  if (target === undefined) {
    client.numeric(NUMERICS.ERR_NOSUCHNICK, param, words.noSuchNick);
    return [];
  }
  const theirs = channel.members.get(target);
  if (theirs === undefined) {
    client.numeric(
      NUMERICS.ERR_USERNOTINCHANNEL,
      target.nick,
      channel.name,
      words.userNotInChannel,
    );
    return [];
  }
  const own = channel.members.get(client)?.rank ?? 0;
  const isGivenUp = target === client && !adding;
  if (own < NEEDED_RANK[mode]! && !isGivenUp) {
    refuseToManage(invocation, channel);
    return [];
  }
  if (theirs.modes.has(mode) === adding) return [];
  if (adding) theirs.modes.add(mode);
  else theirs.modes.delete(mode);
  if (target.account !== undefined) {
    network.register.save(channel, { [target.account]: [...theirs.modes].join('') });
  }
  return [{ adding, mode, param: target.nick }];
}
