import { castToCapable, deedTags } from '../../state/casts.ts';
import type { Channel } from '../../state/channel.ts';
import { failForHistory } from '../../history/chronicle.ts';
import type { Client } from '../../state/client.ts';
import type { Command, Invocation } from '../../command.ts';
import { talkWith } from '../../history/conversation.ts';
import { body } from '../../state/line-parts.ts';
import type { Network } from '../../state/network.ts';
import type { Authorship } from '../../history/recent-messages.ts';
import { isSilenced, MANAGING_RANK } from '../../rules/rights.ts';

/** Where a message is to be taken back: a channel, or with undefined a private talk. */
interface Place {
  readonly channel: Channel | undefined;
  readonly conversation: string;
  /** As the others are told it. */
  readonly target: string;
}

/** Source: IRCv3 draft/message-redaction. */
export const redact: Command = {
  syntax: 'REDACT <target> <msgid> [:<reason>]',
  about: { id: 'menghapus pesan', en: 'deletes a message' },
  needs: 2,
  async run(invocation) {
    const { network, client, params } = invocation;
    const [target = '', msgid = ''] = params;
    const { fail } = network.words;
    const place = placeOf(invocation, target);
    if (place === undefined) {
      return client.standardReply('FAIL', 'REDACT', 'INVALID_TARGET', target, fail.invalidTarget);
    }
    try {
      const refusal = await takeBack(invocation, place, msgid);
      if (refusal === undefined) return tell(invocation, place);
      const text = refusal === 'UNKNOWN_MSGID' ? fail.unknownMessage : fail.redactForbidden;
      client.standardReply('FAIL', 'REDACT', refusal, target, msgid, text);
    } catch (error) {
      failForHistory(invocation, error, 'REDACT', target, msgid);
    }
  },
};

function placeOf({ network, client }: Invocation, target: string): Place | undefined {
  if (!target.startsWith('#')) {
    return { channel: undefined, conversation: talkWith(network, client, target), target };
  }
  const channel = network.channel(target);
  if (!channel?.members.has(client)) return undefined;
  return { channel, conversation: channel.key, target: channel.name };
}

/** @returns why it was not taken back */
async function takeBack(
  { network, client }: Invocation,
  { channel, conversation }: Place,
  msgid: string,
): Promise<'UNKNOWN_MSGID' | 'REDACT_FORBIDDEN' | undefined> {
  const message = await network.chronicle.find(conversation, msgid);
  if (message === undefined) return 'UNKNOWN_MSGID';
  const isAllowed = isOwn(client, message) || (channel && moderates(network, client, channel));
  if (!isAllowed) return 'REDACT_FORBIDDEN';
  return (await network.chronicle.redact(conversation, msgid)) ? undefined : 'UNKNOWN_MSGID';
}

/** A guest is known by no more than nick, username and host. */
function isOwn(client: Client, { account, source }: Authorship): boolean {
  return account === undefined ? source === client.source : account === client.account;
}

function moderates(network: Network, client: Client, channel: Channel): boolean {
  const membership = channel.members.get(client);
  if (membership === undefined) return false;
  return membership.rank >= MANAGING_RANK || network.accounts.isTeacher(client.account);
}

function tell({ network, client, params }: Invocation, { channel, target }: Place): void {
  const [, msgid = '', text = ''] = params;
  const reason = channel !== undefined && isSilenced(network, client, channel) ? '' : text;
  const redaction = reason === '' ? [target, msgid] : [target, msgid, reason];
  const line = body(client.source, 'REDACT', redaction);
  const tags = deedTags(network, client);
  const cast = castToCapable('draft/message-redaction', line, tags);
  if (!client.has('draft/message-redaction')) {
    client.reply(network.serverName, 'NOTICE', [client.nick, network.words.redacted]);
  }
  if (channel !== undefined) return network.toChannelBy(client, channel, cast);
  client.answerCast(cast);
  const other = network.user(target);
  if (other !== client) other?.notify(cast);
}
