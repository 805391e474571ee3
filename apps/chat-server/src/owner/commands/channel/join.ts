import { isChannelName, NUMERICS } from '@praktikum/irc';
import { CAPABILITY } from '../../../line/capability.ts';
import type { Cast } from '../../../line/cast.ts';
import { castToAll, castToCapable, deedTags } from '../../state/casts.ts';
import type { Channel } from '../../state/channel.ts';
import type { Client } from '../../state/client.ts';
import type { Command, Invocation } from '../../command.ts';
import { body } from '../../state/line-parts.ts';
import type { Network } from '../../state/network.ts';
import { initialModes, isBanned, isListed, isSilenced } from '../../rules/rights.ts';
import { targetsOf } from '../../rules/targets.ts';
import { sendMarker } from '../talk/markread.ts';
import { sendNames } from './names.ts';
import { part } from './part.ts';
import { sendTopic } from './topic.ts';

/**
 * Channels of the whole server.
 * @unit channels
 * @against clients that make channels without end, together
 * @provenBy ../../../../integration/limits.spec.ts: has no more channels than so many
 */
const MAX_CHANNELS = 20_000;

export const join: Command = {
  syntax: 'JOIN #channel{,#channel} [key{,key}]',
  about: { id: 'masuk ke channel', en: 'joins a channel' },
  needs: 1,
  run(invocation) {
    const [list = '', keys = ''] = invocation.params;
    if (list === '0') return leaveAll(invocation);
    const passwords = keys.split(',');
    targetsOf(list).forEach((name, at) => joinOne(invocation, name, passwords[at] ?? ''));
  },
};

/** `JOIN 0` leaves every channel (RFC 2812 section 3.2.1). */
function leaveAll(invocation: Invocation): void {
  const names = [...invocation.client.channels.keys()].map(({ name }) => name);
  for (const name of names) part.run({ ...invocation, params: [name] });
}

function joinOne({ network, client }: Invocation, name: string, password: string): void {
  const { limits } = network.settings;
  const { words } = network;
  if (!isChannelName(name, limits.channel)) {
    return client.numeric(NUMERICS.ERR_BADCHANMASK, name, words.badChannelName);
  }
  const found = network.channel(name);
  if (found?.members.has(client)) return;
  if (client.channels.size >= limits.channels) {
    return client.numeric(NUMERICS.ERR_TOOMANYCHANNELS, name, words.tooManyChannels);
  }
  if (found === undefined && network.channels.size >= MAX_CHANNELS) {
    return client.numeric(NUMERICS.ERR_TOOMANYCHANNELS, name, words.serverFull);
  }
  const channel = found ?? network.makeChannel(spelled(network, name));
  const refusal = refusalOf(network, client, channel, password);
  if (refusal !== undefined) {
    if (found === undefined) network.channels.delete(channel.key);
    return client.numeric(refusal.numeric, channel.name, refusal.text);
  }
  enter(network, client, channel);
}

/** The channel of the class is written as the settings have it, whoever comes first. */
function spelled(network: Network, name: string): string {
  const { classChannel } = network.settings;
  return network.fold(name) === network.fold(classChannel) ? classChannel : name;
}

interface Refusal {
  readonly numeric: string;
  readonly text: string;
}

/** A key is asked for whatever invitation there is. */
function refusalOf(
  network: Network,
  client: Client,
  channel: Channel,
  password: string,
): Refusal | undefined {
  const { words } = network;
  const invitation = client.invitations.get(channel.key);
  const isTeacher = network.accounts.isTeacher(client.account);
  if (isTeacher) return undefined;
  if (channel.password !== undefined && channel.password !== password) {
    return { numeric: NUMERICS.ERR_BADCHANNELKEY, text: words.badKey };
  }
  // An operator's invitation lets in past everything else, that of a member past +i alone.
  if (invitation === 'by-manager') return undefined;
  if (isBanned(network, client, channel)) {
    return { numeric: NUMERICS.ERR_BANNEDFROMCHAN, text: words.banned };
  }
  if (
    channel.modes.has('i') &&
    invitation === undefined &&
    !isListed(network, client, channel.lists.I)
  ) {
    return { numeric: NUMERICS.ERR_INVITEONLYCHAN, text: words.inviteOnly };
  }
  if (channel.limit !== undefined && channel.members.size >= channel.limit) {
    return { numeric: NUMERICS.ERR_CHANNELISFULL, text: words.channelFull };
  }
  return undefined;
}

function enter(network: Network, client: Client, channel: Channel): void {
  client.invitations.delete(channel.key);
  const membership = channel.add(client);
  const modes = initialModes(network, client, channel);
  for (const mode of modes) membership.modes.add(mode);
  const isFounder = channel.members.size === 1;
  const { account } = client;
  const isToBeKept = isFounder && modes !== '' && account !== undefined;
  const isKept = isToBeKept && network.register.save(channel, { [account]: modes });
  network.toChannelBy(client, channel, joinCast(network, client, channel));
  tellOthers(network, client, channel, isFounder ? '' : modes);
  if (channel.topic !== undefined) sendTopic(network, client, channel);
  sendNames(network, client, channel);
  if (client.has('draft/read-marker')) sendMarker(network, client, channel);
  client.numeric(NUMERICS.RPL_ENDOFNAMES, channel.name, network.words.endOfNames);
  sayThatItIsKept(network, client, channel);
  if (isToBeKept && !isKept) {
    const { channelNotKept } = network.words;
    client.reply(network.serverName, 'NOTICE', [channel.name, channelNotKept(channel.name)]);
  }
}

/** `JOIN #kelas`, with extended-join `JOIN #kelas budi :Budi` (`*`: no account). */
function joinCast(network: Network, client: Client, channel: Channel): Cast {
  const { source, account = '*', nick } = client;
  // Who may not speak here says nothing by a name, either.
  const realname = isSilenced(network, client, channel) ? nick : client.realname;
  return {
    tags: deedTags(network, client),
    forms: [
      {
        needs: CAPABILITY['extended-join'],
        lacks: 0,
        line: body(source, 'JOIN', [channel.name, account, realname]),
      },
      { needs: 0, lacks: 0, line: body(source, 'JOIN', [channel.name]) },
    ],
  };
}

/** What else the others are to know of one who has come: its rights, and that it is away. */
function tellOthers(network: Network, client: Client, channel: Channel, modes: string): void {
  if (modes !== '') {
    const params = [channel.name, `+${modes}`, ...Array.from(modes, () => client.nick)];
    const line = body(network.serverName, 'MODE', params);
    network.toChannel(channel, castToAll(line), client);
  }
  if (client.awayMessage === undefined) return;
  const reason = isSilenced(network, client, channel)
    ? network.words.awayReason
    : client.awayMessage;
  const line = body(client.source, 'AWAY', [reason]);
  const cast = castToCapable('away-notify', line, deedTags(network, client));
  network.toChannel(channel, cast, client);
}

/**
 * Who cannot read history is told once more that others can, in the channel of the class. Everybody has been told
 * on connecting (MOTD).
 */
function sayThatItIsKept(network: Network, client: Client, channel: Channel): void {
  const { chronicle, settings, words, serverName } = network;
  const isOfClass = channel.key === network.fold(settings.classChannel);
  if (!isOfClass || !chronicle.isKept || client.has('draft/chathistory')) return;
  const text = words.historyKept(channel.name, settings.retention.days);
  client.reply(serverName, 'NOTICE', [channel.name, text]);
}
