import type { ConversationTarget } from '../../../store/history-query.ts';
import type { StoredMessage } from '../../../store/stored-message.ts';
import { failForHistory } from '../../history/chronicle.ts';
import type { Client } from '../../state/client.ts';
import type { Command, Invocation } from '../../command.ts';
import { nickOf, talkWith } from '../../history/conversation.ts';
import { parseHistoryRequest, type HistoryRequest } from '../../history/history-request.ts';
import { body, messageTags } from '../../state/line-parts.ts';
import { formatTime } from '../../history/message-reference.ts';
import { inSlices } from '../../state/in-slices.ts';
import { batchTag, newBatchName } from '../../state/response.ts';

/**
 * Messages, or conversations, of one answer.
 * @unit messages
 * @against one short line that is answered by a whole history
 * @provenBy ../../history/history-request.spec.ts: asks for no more than so many messages
 */
export const MAX_HISTORY_PAGE = 100;

type RequestOf<Kind extends HistoryRequest['kind']> = Extract<HistoryRequest, { kind: Kind }>;

/** Source: IRCv3 draft/chathistory. */
export const chathistory: Command = {
  syntax:
    'CHATHISTORY LATEST <target> <reference>|* <limit>' +
    ' | BEFORE|AFTER|AROUND <target> <reference> <limit>' +
    ' | BETWEEN <target> <reference> <reference> <limit>' +
    ' | TARGETS <timestamp> <timestamp> <limit>',
  about: { id: 'membaca riwayat percakapan', en: 'reads the history of a conversation' },
  needs: 0,
  async run(invocation) {
    const { network, client, params } = invocation;
    const [subcommand = '*'] = params;
    const request = parseHistoryRequest(params, MAX_HISTORY_PAGE);
    if (request === undefined) {
      const { invalidParams } = network.words.fail;
      return client.standardReply(
        'FAIL',
        'CHATHISTORY',
        'INVALID_PARAMS',
        subcommand,
        invalidParams,
      );
    }
    if (request.kind === 'page') await sendPage(invocation, subcommand, request);
    else await sendTargets(invocation, subcommand, request);
  },
};

async function sendPage(
  invocation: Invocation,
  subcommand: string,
  { target, query }: RequestOf<'page'>,
): Promise<void> {
  const { network, client } = invocation;
  const conversation = readableConversation(invocation, target);
  if (conversation === undefined) {
    const { invalidTarget } = network.words.fail;
    const context = [subcommand, target, invalidTarget];
    return client.standardReply('FAIL', 'CHATHISTORY', 'INVALID_TARGET', ...context);
  }
  const commands = commandsFor(client);
  let messages: StoredMessage[];
  try {
    messages = await network.chronicle.page(conversation, { ...query, commands });
  } catch (error) {
    return failForHistory(invocation, error, 'CHATHISTORY', subcommand, target);
  }
  await sendBatch(invocation, ['chathistory', target], async (batch) => {
    // Tags that have to be escaped make a page a tenth of a second.
    for await (const message of inSlices(messages, client)) {
      const { source, command, params, tags, ...facts } = message;
      const clientTags = Object.entries(tags);
      const line = body(source, command, params);
      client.answer(
        [batchTag(batch), ...messageTags({ ...facts, clientTags }, client.capabilities)],
        line,
      );
    }
  });
}

/** A channel is read by its members, a private talk by accounts: a nick may have been another's. */
function readableConversation({ network, client }: Invocation, target: string): string | undefined {
  if (target.startsWith('#')) {
    const channel = network.channel(target);
    return channel?.members.has(client) ? channel.key : undefined;
  }
  return client.account === undefined ? undefined : talkWith(network, client, target);
}

/** What is no message is for those who ask for it; without tags a TAGMSG is nothing. */
function commandsFor(client: Client): string[] {
  const commands = ['PRIVMSG', 'NOTICE'];
  if (!client.has('draft/event-playback')) return commands;
  commands.push('TOPIC');
  if (client.has('message-tags')) commands.push('TAGMSG');
  return commands;
}

async function sendTargets(
  invocation: Invocation,
  subcommand: string,
  request: RequestOf<'targets'>,
): Promise<void> {
  const { client, network } = invocation;
  let targets: ConversationTarget[];
  try {
    targets = await findTargets(invocation, request);
  } catch (error) {
    return failForHistory(invocation, error, 'CHATHISTORY', subcommand);
  }
  await sendBatch(invocation, ['draft/chathistory-targets'], (batch) => {
    for (const { name, latest } of targets) {
      const params = ['TARGETS', name, formatTime(latest)];
      client.reply(network.serverName, 'CHATHISTORY', params, [batchTag(batch)]);
    }
  });
}

/** Ascending by time; those nearest to `from` where there are too many. */
async function findTargets(
  { network, client }: Invocation,
  { from, to, limit }: RequestOf<'targets'>,
): Promise<ConversationTarget[]> {
  const { chronicle } = network;
  const { account } = client;
  const names = new Map(Array.from(client.channels.keys(), ({ key, name }) => [key, name]));
  const [ofChannels, ofTalks] = await Promise.all([
    chronicle.latest([...names.keys()], from, to),
    account === undefined ? [] : chronicle.talks(network.fold(account), from, to, limit),
  ]);
  const targets = [
    ...ofChannels.map(({ name, latest }) => ({ name: names.get(name) ?? name, latest })),
    ...ofTalks.flatMap(({ name: identity, latest }) => {
      const name = nickOf(network, identity);
      return name === undefined ? [] : [{ name, latest }];
    }),
  ].sort((a, b) => a.latest - b.latest);
  return from <= to ? targets.slice(0, limit) : targets.slice(Math.max(0, targets.length - limit));
}

/** @param send sends the lines of the batch; a client without the capability gets them alone */
async function sendBatch(
  { network, client }: Invocation,
  type: readonly string[],
  send: (batch: string) => void | Promise<void>,
): Promise<void> {
  if (client.state === 'gone') return;
  const batch = newBatchName();
  const hasBatches = client.has('batch');
  if (hasBatches) client.reply(network.serverName, 'BATCH', [`+${batch}`, ...type]);
  await send(batch);
  if (hasBatches) client.reply(network.serverName, 'BATCH', [`-${batch}`]);
}
