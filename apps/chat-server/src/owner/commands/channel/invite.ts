import { NUMERICS } from '@praktikum/irc';
import { castToAll, castToCapable, deedTags } from '../../state/casts.ts';
import type { Command, Invocation } from '../../command.ts';
import { body } from '../../state/line-parts.ts';
import { MANAGING_RANK } from '../../rules/rights.ts';
import { mayManage, requiredChannel, requiredMembership } from './requirements.ts';

/**
 * Invitations of one user that are open at the same time; the oldest goes.
 * @unit invitations
 * @against users who are invited to channels without end
 * @provenBy ../../../../integration/limits.spec.ts: remembers no more invitations than it says
 */
const MAX_INVITATIONS = 100;

export const invite: Command = {
  syntax: 'INVITE <nick> #channel',
  about: { id: 'mengundang seseorang ke channel', en: 'invites somebody to a channel' },
  needs: 0,
  run(invocation) {
    const { network, client, params } = invocation;
    if (params.length === 0) return list(invocation);
    if (params.length === 1) {
      return client.numeric(NUMERICS.ERR_NEEDMOREPARAMS, 'INVITE', network.words.needMoreParams);
    }
    inviteOne(invocation);
  },
};

function list({ network, client }: Invocation): void {
  for (const key of client.invitations.keys()) {
    client.reply(network.serverName, NUMERICS.RPL_INVITELIST, [
      client.nick,
      network.channels.get(key)?.name ?? key,
    ]);
  }
  client.numeric(NUMERICS.RPL_ENDOFINVITELIST, network.words.endOfInvites);
}

function inviteOne(invocation: Invocation): void {
  const { network, client, params } = invocation;
  const [nick = '', name = ''] = params;
  const { words } = network;
  const target = network.user(nick);
  if (target === undefined) return client.numeric(NUMERICS.ERR_NOSUCHNICK, nick, words.noSuchNick);
  const channel = requiredChannel(invocation, name);
  const own = channel && requiredMembership(invocation, channel);
  if (channel === undefined || own === undefined) return;
  if (channel.members.has(target)) {
    const { userOnChannel } = words;
    return client.numeric(NUMERICS.ERR_USERONCHANNEL, target.nick, channel.name, userOnChannel);
  }
  if (channel.modes.has('i') && !mayManage(invocation, channel)) return;
  const [oldest] = target.invitations.keys();
  if (oldest !== undefined && target.invitations.size >= MAX_INVITATIONS)
    target.invitations.delete(oldest);
  target.invitations.set(channel.key, own.rank >= MANAGING_RANK ? 'by-manager' : 'by-member');
  client.reply(network.serverName, NUMERICS.RPL_INVITING, [client.nick, target.nick, channel.name]);
  const line = body(client.source, 'INVITE', [target.nick, channel.name]);
  const tags = deedTags(network, client);
  target.notify(castToAll(line, tags));
  const managers = [...channel.members].filter(
    ([member, { rank }]) => rank >= MANAGING_RANK && member !== client,
  );
  network.outgoing.toClients(
    managers.map(([member]) => member),
    castToCapable('invite-notify', line, tags),
  );
}
