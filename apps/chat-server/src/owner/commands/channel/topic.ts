import { cutToBytes, NUMERICS } from '@praktikum/irc';
import { castToAll } from '../../state/casts.ts';
import type { Channel } from '../../state/channel.ts';
import type { Client } from '../../state/client.ts';
import type { Command, Invocation } from '../../command.ts';
import { body, messageTags } from '../../state/line-parts.ts';
import type { Network } from '../../state/network.ts';
import { factsOf, storedMessage } from '../../history/said-message.ts';
import { isSilenced } from '../../rules/rights.ts';
import { isVisibleTo } from './names.ts';
import { mayManage, requiredChannel, requiredMembership } from './requirements.ts';

export const topic: Command = {
  syntax: 'TOPIC #channel [:<topic>]',
  about: { id: 'melihat atau mengganti topik', en: 'shows or changes the topic' },
  needs: 1,
  run(invocation) {
    const { network, client, params } = invocation;
    const [name = '', text] = params;
    const channel = requiredChannel(invocation, name);
    if (channel === undefined) return;
    if (text !== undefined) return change(invocation, channel, text);
    if (!isVisibleTo(client, channel) && !requiredMembership(invocation, channel)) return;
    if (channel.topic !== undefined) return sendTopic(network, client, channel);
    client.numeric(NUMERICS.RPL_NOTOPIC, channel.name, network.words.noTopic);
  },
};

function change(invocation: Invocation, channel: Channel, wanted: string): void {
  const { network, client } = invocation;
  if (!requiredMembership(invocation, channel)) return;
  const isManaged = channel.modes.has('t') || isSilenced(network, client, channel);
  if (isManaged && !mayManage(invocation, channel)) return;
  const text = cutToBytes(wanted, network.settings.limits.topic);
  const facts = factsOf(network, client);
  const [by, at] = [client.source, Math.floor(facts.time / 1000)];
  channel.topic = text === '' ? undefined : { text, by, at };
  const params = [channel.name, text];
  network.toChannelBy(
    client,
    channel,
    castToAll(body(by, 'TOPIC', params), messageTags(facts, network.wantedCapabilities)),
  );
  network.register.save(channel);
  network.chronicle.record(storedMessage(channel.key, client, ['TOPIC', ...params], facts));
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
