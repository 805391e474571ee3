import { cutToBytes, NUMERICS } from '@praktikum/irc';
import { castToAll } from '../../state/casts.ts';
import type { Channel } from '../../state/channel.ts';
import type { Client } from '../../state/client.ts';
import type { Command, Invocation } from '../../command.ts';
import { body, messageTags } from '../../state/line-parts.ts';
import type { Network } from '../../state/network.ts';
import { isSilenced } from '../../rules/rights.ts';
import { mayManage } from './kick.ts';
import { isVisibleTo } from './names.ts';

export const topic: Command = {
  syntax: 'TOPIC #channel [:<topic>]',
  about: { id: 'melihat atau mengganti topik', en: 'shows or changes the topic' },
  needs: 1,
  run(invocation) {
    const { network, client, params } = invocation;
    const [name = '', text] = params;
    const channel = network.channel(name);
    if (channel === undefined) {
      return client.numeric(NUMERICS.ERR_NOSUCHCHANNEL, name, network.words.noSuchChannel);
    }
    if (text !== undefined) return change(invocation, channel, text);
    if (!isVisibleTo(client, channel)) {
      return client.numeric(NUMERICS.ERR_NOTONCHANNEL, channel.name, network.words.notOnChannel);
    }
    if (channel.topic !== undefined) return sendTopic(network, client, channel);
    client.numeric(NUMERICS.RPL_NOTOPIC, channel.name, network.words.noTopic);
  },
};

function change(invocation: Invocation, channel: Channel, wanted: string): void {
  const { network, client } = invocation;
  if (!channel.members.has(client)) {
    return client.numeric(NUMERICS.ERR_NOTONCHANNEL, channel.name, network.words.notOnChannel);
  }
  const isManaged = channel.modes.has('t') || isSilenced(network, client, channel);
  if (isManaged && !mayManage(invocation, channel)) return;
  const text = cutToBytes(wanted, network.settings.limits.topic);
  const [by, time, msgid] = [client.source, network.now(), network.newMessageId()];
  channel.topic = text === '' ? undefined : { text, by, at: Math.floor(time / 1000) };
  const isBot = client.modes.has('B');
  const facts = { time, msgid, account: client.account, isBot };
  const params = [channel.name, text];
  network.toChannelBy(
    client,
    channel,
    castToAll(body(by, 'TOPIC', params), messageTags(facts, network.wantedCapabilities)),
  );
  network.register.save(channel);
  network.chronicle.record({
    ...{ conversation: channel.key, msgid, time, source: by, command: 'TOPIC', params, tags: {} },
    ...(client.account !== undefined && { account: client.account }),
    ...(isBot && { isBot }),
  });
}

/** RPL_TOPIC and RPL_TOPICWHOTIME. */
export function sendTopic(
  { serverName }: Network,
  client: Client,
  { name, topic: set }: Channel,
): void {
  if (set === undefined) return;
  client.numeric(NUMERICS.RPL_TOPIC, name, set.text);
  client.reply(serverName, NUMERICS.RPL_TOPICWHOTIME, [client.nick, name, set.by, String(set.at)]);
}
