import { NUMERICS } from '@praktikum/irc';
import { CAPABILITY } from '../../../line/capability.ts';
import type { Cast } from '../../../line/cast.ts';
import { MEMBERSHIPS, type Channel } from '../../state/channel.ts';
import type { Client } from '../../state/client.ts';
import type { Command, Invocation } from '../../command.ts';
import { talkKey } from '../../history/conversation.ts';
import { factsOf, storedMessage, type SaidFacts } from '../../history/said-message.ts';
import { body, messageTags } from '../../state/line-parts.ts';
import { silencedBy } from '../../rules/rights.ts';
import { isNickServ } from '../../accounts/service-nick.ts';
import { MAX_TARGETS, targetsOf } from '../../rules/targets.ts';
import { toNickServ } from '../connection/nickserv.ts';

type MessageCommand = 'PRIVMSG' | 'NOTICE' | 'TAGMSG';

export const privmsg: Command = {
  syntax: 'PRIVMSG <target>{,<target>} :<text>',
  about: {
    id: 'mengirim pesan ke channel atau orang',
    en: 'sends a message to a channel or a person',
  },
  needs: 0,
  run: (invocation) => sendTo(invocation, 'PRIVMSG'),
};

export const notice: Command = {
  syntax: 'NOTICE <target>{,<target>} :<text>',
  about: {
    id: 'seperti PRIVMSG, tanpa jawaban otomatis',
    en: 'like PRIVMSG, never answered automatically',
  },
  needs: 0,
  run: (invocation) => sendTo(invocation, 'NOTICE'),
};

export const tagmsg: Command = {
  syntax: '@<tags> TAGMSG <target>{,<target>}',
  about: { id: 'mengirim tag tanpa teks', en: 'sends tags without a text' },
  needs: 0,
  run: (invocation) => sendTo(invocation, 'TAGMSG'),
};

function sendTo(invocation: Invocation, command: MessageCommand): void | Promise<void> {
  const { network, client, params } = invocation;
  const [list = '', text = ''] = params;
  const { words } = network;
  const isSilent = command === 'NOTICE'; // a NOTICE is never answered (RFC 2812 section 3.3.2)
  if (list === '') {
    if (!isSilent) client.numeric(NUMERICS.ERR_NORECIPIENT, words.noRecipient(command));
    return;
  }
  if (text === '' && command !== 'TAGMSG') {
    if (!isSilent) client.numeric(NUMERICS.ERR_NOTEXTTOSEND, words.noText);
    return;
  }
  if (list.split(',').length > MAX_TARGETS) {
    if (!isSilent) client.numeric(NUMERICS.ERR_TOOMANYTARGETS, list, words.tooManyTargets);
    return;
  }
  client.spokeAt = Date.now();
  if (command === 'PRIVMSG' && isNickServ(list)) return toNickServ(invocation, text);
  for (const target of targetsOf(list)) {
    const refused = send(invocation, command, target, text);
    if (refused !== undefined && !isSilent) client.numeric(...refused);
  }
}

/** @returns the numeric that says why not; undefined: it has been sent */
function send(
  invocation: Invocation,
  command: MessageCommand,
  target: string,
  text: string,
): [code: string, ...params: string[]] | undefined {
  const { network } = invocation;
  const signs = /^[@%+]*/.exec(target)![0];
  if (target.startsWith('#', signs.length)) {
    return toChannel(invocation, command, { target, signs, text });
  }
  const receiver = network.user(target);
  if (receiver === undefined) {
    return [NUMERICS.ERR_NOSUCHNICK, target, network.words.noSuchNick];
  }
  toUser(invocation, command, receiver, text);
  return undefined;
}

interface ChannelMessage {
  /** As it was written: `@#kelas`. */
  readonly target: string;
  /** Membership signs before the name: for those members and higher ones only (STATUSMSG). */
  readonly signs: string;
  readonly text: string;
}

function toChannel(
  { network, client, message }: Invocation,
  command: MessageCommand,
  { target, signs, text }: ChannelMessage,
): [code: string, ...params: string[]] | undefined {
  const { words } = network;
  const name = target.slice(signs.length);
  const channel = network.channel(name);
  if (channel === undefined) return [NUMERICS.ERR_NOSUCHCHANNEL, name, words.noSuchChannel];
  const reason = silencedBy(network, client, channel);
  if (reason !== undefined) {
    const text = words.cannotSend(words.cannotSendReasons[reason]);
    return [NUMERICS.ERR_CANNOTSENDTOCHAN, channel.name, text];
  }
  const facts = factsOf(network, client, message.tags);
  const params = command === 'TAGMSG' ? [target] : [target, text];
  const cast = messageCast(network, client, command, params, facts);
  if (signs !== '') return void toRanked(network, client, channel, { signs, cast });
  network.toChannel(channel, cast, isEchoedApart(client) ? client : undefined);
  echo(client, cast);
  if (isKept(command, facts)) {
    network.chronicle.record(storedMessage(channel.key, client, [command, ...params], facts));
  }
  return undefined;
}

/** Whether its own copy of a message does not come with that of the others: none, or a labelled one. */
function isEchoedApart(client: Client): boolean {
  return !client.has('echo-message') || client.response !== undefined;
}

function echo(client: Client, cast: Cast): void {
  if (client.has('echo-message') && client.response !== undefined) client.answerCast(cast);
}

/** `@#kelas`: to operators; `+#kelas`: to voiced members and higher ones. */
function toRanked(
  network: Invocation['network'],
  client: Client,
  channel: Channel,
  { signs, cast }: { signs: string; cast: Cast },
): void {
  const lowest = Math.max(
    ...Array.from(signs, (sign) => MEMBERSHIPS.findIndex((one) => one.sign === sign)),
  );
  const least = MEMBERSHIPS.length - lowest;
  const receivers = [...channel.members].filter(
    ([member, { rank }]) => rank >= least && member !== client,
  );
  network.outgoing.toClients(
    receivers.map(([member]) => member),
    cast,
  );
  if (client.has('echo-message')) client.answerCast(cast);
}

function toUser(
  { network, client, message }: Invocation,
  command: MessageCommand,
  receiver: Client,
  text: string,
): void {
  const facts = factsOf(network, client, message.tags);
  const params = command === 'TAGMSG' ? [receiver.nick] : [receiver.nick, text];
  const cast = messageCast(network, client, command, params, facts);
  receiver.notify(cast);
  if (client.has('echo-message')) client.answerCast(cast);
  if (command === 'PRIVMSG' && receiver.awayMessage !== undefined) {
    client.numeric(NUMERICS.RPL_AWAY, receiver.nick, receiver.awayMessage);
  }
  const hasReader = client.account !== undefined || receiver.account !== undefined;
  if (hasReader && isKept(command, facts)) {
    const key = talkKey(network, client, receiver);
    network.chronicle.record(storedMessage(key, client, [command, ...params], facts));
  }
}

/** TAGMSG is for those who can see tags; everything else for all. */
function messageCast(
  network: Invocation['network'],
  client: Client,
  command: MessageCommand,
  params: readonly string[],
  facts: SaidFacts,
): Cast {
  const needs = command === 'TAGMSG' ? CAPABILITY['message-tags'] : 0;
  const line = body(client.source, command, params);
  return {
    tags: messageTags(facts, network.wantedCapabilities),
    forms: [{ needs, lacks: 0, line }],
  };
}

/** A TAGMSG is kept when its sender wants it (`+draft/persist`): most say that somebody is typing. */
function isKept(command: MessageCommand, { clientTags }: SaidFacts): boolean {
  return command !== 'TAGMSG' || clientTags.some(([key]) => PERSISTENT_TAGS.includes(key));
}

const PERSISTENT_TAGS = ['+draft/persist', '+persist', '+draft/react', '+react'];
