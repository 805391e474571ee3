import { formatModeChanges, NUMERICS, parseModeChanges, type ModeChange } from '@praktikum/irc';
import { deed } from '../../state/casts.ts';
import { LIST_MODES, type Channel, type ListMode } from '../../state/channel.ts';
import type { Invocation } from '../../command.ts';
import { CHANNEL_MODES } from '../../state/modes.ts';
import { applyListMode, sendList } from './list-mode.ts';
import { applyMembership } from './membership-mode.ts';
import { mayManage, requiredMembership } from './requirements.ts';

/**
 * Entries of all lists of a channel together.
 * @unit entries
 * @against lists that make every join dear
 * @provenBy ../../../../integration/limits.spec.ts: take no more entries in the lists of a channel than it says
 */
export const MAX_LIST_ENTRIES = 100;

/**
 * Mode changes with a parameter in one command, as MODES of ISUPPORT says.
 * @unit changes
 * @against one line that tells a channel of hundreds
 * @provenBy ../../../../integration/limits.spec.ts: keep to the length of %s
 */
const MAX_CHANGES = 12;

/**
 * Longest key of a channel.
 * @unit characters
 * @against keys that leave no room in the line that tells of them
 * @provenBy ../../../../integration/limits.spec.ts: keep to the length of %s
 */
const MAX_KEY = 32;
const POSSIBLE_KEY = new RegExp(`^[^\\s,\\p{Cc}]{1,${MAX_KEY}}$`, 'u');

/**
 * Highest limit of members, by mode l.
 * @unit members
 * @against numbers that clients cannot show
 * @provenBy ../../../../integration/limits.spec.ts: keep to the length of %s
 */
const MAX_LIMIT = 1_000_000;

/** RPL_CHANNELMODEIS and RPL_CREATIONTIME. */
export function sendChannelModes({ network, client }: Invocation, channel: Channel): void {
  const isMember = channel.members.has(client);
  const { modes, password, limit, name, createdAt } = channel;
  const letters = [...modes].sort();
  const params: string[] = [];
  if (password !== undefined) {
    letters.push('k');
    params.push(isMember ? password : '*');
  }
  if (limit !== undefined) {
    letters.push('l');
    params.push(String(limit));
  }
  const { serverName } = network;
  const shown = [client.nick, name, `+${letters.join('')}`, ...params];
  client.reply(serverName, NUMERICS.RPL_CHANNELMODEIS, shown);
  const seconds = String(Math.floor(createdAt / 1000));
  client.reply(serverName, NUMERICS.RPL_CREATIONTIME, [client.nick, name, seconds]);
}

/** `MODE #kelas +m-o+b budi *!*@1.2.3.4`: what has changed is told to all members in one line. */
export function changeChannelModes(invocation: Invocation, channel: Channel): void {
  const { network, client, params } = invocation;
  const [, modes = '', ...rest] = params;
  const { changes, unknown, missing } = parseModeChanges(modes, rest, CHANNEL_MODES);
  for (const letter of unknown) {
    client.numeric(NUMERICS.ERR_UNKNOWNMODE, letter, network.words.unknownMode);
  }
  const questions = changes.filter(({ mode, param }) => isListMode(mode) && param === undefined);
  const asked = new Set(questions.map(({ mode }) => mode as ListMode));
  for (const mode of asked) sendList(invocation, channel, mode); // each of them once, however often it is named
  // `-k` works without the key, as people type it.
  const keyless = missing.filter(({ mode, adding }) => mode === 'k' && !adding);
  if (missing.length > keyless.length) {
    client.numeric(NUMERICS.ERR_NEEDMOREPARAMS, 'MODE', network.words.needMoreParams);
  }
  const wanted = [...changes.filter((change) => !questions.includes(change)), ...keyless];
  if (wanted.length === 0) return;
  if (!requiredMembership(invocation, channel) || !mayManage(invocation, channel)) return;
  const done = wanted
    .slice(0, MAX_CHANGES + CHANNEL_MODES.never.length)
    .flatMap((change) => apply(invocation, channel, change));
  if (done.length === 0) return;
  const shown = [channel.name, ...formatModeChanges(done)];
  network.toChannelBy(client, channel, deed(network, client, 'MODE', shown));
  network.register.save(channel);
}

function apply(invocation: Invocation, channel: Channel, change: ModeChange): ModeChange[] {
  const { adding, mode } = change;
  if (isListMode(mode)) return applyListMode(invocation, channel, change);
  if (CHANNEL_MODES.prefix.includes(mode)) return applyMembership(invocation, channel, change);
  if (mode === 'k') return applyKey(invocation, channel, change);
  if (mode === 'l') return applyLimit(invocation, channel, change);
  if (channel.modes.has(mode) === adding) return [];
  if (adding) channel.modes.add(mode);
  else channel.modes.delete(mode);
  return [{ adding, mode }];
}

function applyKey(invocation: Invocation, channel: Channel, change: ModeChange): ModeChange[] {
  const { network, client } = invocation;
  const { adding, param = '' } = change;
  if (!adding) {
    if (channel.password === undefined) return [];
    channel.password = undefined;
    return [{ adding, mode: 'k', param: '*' }];
  }
  if (!POSSIBLE_KEY.test(param) || param.startsWith(':')) {
    const { badModeParam } = network.words;
    client.numeric(NUMERICS.ERR_INVALIDMODEPARAM, channel.name, 'k', '*', badModeParam.k);
    return [];
  }
  channel.password = param;
  return [{ adding, mode: 'k', param }];
}

function applyLimit(invocation: Invocation, channel: Channel, change: ModeChange): ModeChange[] {
  const { network, client } = invocation;
  const { adding, param = '' } = change;
  if (!adding) {
    if (channel.limit === undefined) return [];
    channel.limit = undefined;
    return [{ adding, mode: 'l' }];
  }
  const limit = /^\d{1,9}$/.test(param) ? Number(param) : 0;
  if (limit < 1 || limit > MAX_LIMIT) {
    const { badModeParam } = network.words;
    client.numeric(NUMERICS.ERR_INVALIDMODEPARAM, channel.name, 'l', param, badModeParam.l);
    return [];
  }
  if (channel.limit === limit) return [];
  channel.limit = limit;
  return [{ adding, mode: 'l', param: String(limit) }];
}

function isListMode(mode: string): mode is ListMode {
  return (LIST_MODES as readonly string[]).includes(mode);
}
