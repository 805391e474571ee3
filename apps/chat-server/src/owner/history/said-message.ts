import type { StoredMessage } from '../../store/stored-message.ts';
import type { Client } from '../state/client.ts';
import type { MessageFacts } from '../state/line-parts.ts';
import type { Network } from '../state/network.ts';

/** What stands in the tags of a message that has an id, and in history. */
export type SaidFacts = MessageFacts & {
  readonly msgid: string;
  readonly clientTags: readonly (readonly [string, string])[];
};

/** The facts of what a client says now. @param tags that it has sent with it. Default: none */
export function factsOf(
  network: Network,
  client: Client,
  tags: ReadonlyMap<string, string> = new Map(),
): SaidFacts {
  return {
    time: network.now(),
    msgid: network.newMessageId(),
    account: client.account,
    isBot: client.modes.has('B'),
    clientTags: tags.size === 0 ? [] : [...tags].filter(([key]) => key.startsWith('+')),
  };
}

/** What a client has said, as history keeps it. */
export function storedMessage(
  conversation: string,
  client: Client,
  [command, ...params]: readonly [command: string, ...params: string[]],
  { msgid, time, account, isBot, clientTags }: SaidFacts,
): StoredMessage {
  return {
    conversation,
    msgid,
    time,
    source: client.source,
    ...(account !== undefined && { account }),
    ...(isBot && { isBot }),
    command,
    params,
    tags: Object.fromEntries(clientTags),
  };
}
