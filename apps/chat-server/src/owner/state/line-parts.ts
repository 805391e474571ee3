import { byteLength, cutToBytes, formatMessage, formatTags, MAX_BODY_BYTES } from '@praktikum/irc';
import { CAPABILITY } from '../../line/capability.ts';

const BODY_BYTES = MAX_BODY_BYTES - 2;

/** Commands and numerics whose last parameter is a text. */
const WITH_TEXT: ReadonlySet<string> = new Set([
  ...['PRIVMSG', 'NOTICE', 'TOPIC', 'QUIT', 'KICK', 'KILL', 'WALLOPS', 'AWAY', 'SETNAME'],
  ...['301', '302', '303', '311', '314', '319', '332', '353', '730', '731', '732'],
]);

/** A tag, and the capability of those who get it. */
export interface CapabilityTag {
  readonly capability: number;
  readonly tag: string;
}

/** A line without tags and CR LF; what would be too long is cut at a character. */
export function body(source: string, command: string, params: readonly string[]): string {
  const line = formatMessage({ source, command, params, isText: WITH_TEXT.has(command) });
  return byteLength(line) <= BODY_BYTES ? line : cutToBytes(line, BODY_BYTES);
}

/** The whole line for a client with these capabilities. @param own tags for it alone */
export function lineFor(
  capabilities: number,
  tags: readonly CapabilityTag[],
  text: string,
  own: readonly string[] = [],
): string {
  const all = [...own];
  for (const { capability, tag } of tags) if (capabilities & capability) all.push(tag);
  return all.length === 0 ? `${text}\r\n` : `@${all.join(';')} ${text}\r\n`;
}

/** What stands in the tags of a message that others get. */
export interface MessageFacts {
  readonly time: number;
  readonly msgid?: string | undefined;
  readonly account?: string | undefined;
  readonly isBot?: boolean | undefined;
  /** Tags that begin with `+`, from the client. */
  readonly clientTags?: Iterable<readonly [string, string]> | undefined;
}

/**
 * The tags of a message: `time`, `msgid`, `account`, `bot` and those of the client.
 * @param wanted the capabilities that somebody has: nothing is written for those that nobody has
 */
export function messageTags(facts: MessageFacts, wanted: number): CapabilityTag[] {
  const tags: CapabilityTag[] = [];
  const add = (capability: number, key: string, value = '') =>
    tags.push({ capability, tag: formatTags([[key, value]]) });
  if (wanted & CAPABILITY['server-time']) {
    const tag = `time=${new Date(facts.time).toISOString()}`;
    tags.push({ capability: CAPABILITY['server-time'], tag });
  }
  if (facts.account !== undefined && wanted & CAPABILITY['account-tag']) {
    add(CAPABILITY['account-tag'], 'account', facts.account);
  }
  if ((wanted & CAPABILITY['message-tags']) === 0) return tags;
  if (facts.msgid !== undefined) add(CAPABILITY['message-tags'], 'msgid', facts.msgid);
  if (facts.isBot === true) add(CAPABILITY['message-tags'], 'bot');
  for (const [key, value] of facts.clientTags ?? []) add(CAPABILITY['message-tags'], key, value);
  return tags;
}
