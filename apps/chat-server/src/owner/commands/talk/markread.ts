import { isChannelName, isNick } from '@praktikum/irc';
import { castToCapable } from '../../state/casts.ts';
import type { Channel } from '../../state/channel.ts';
import type { Client } from '../../state/client.ts';
import type { Command, Invocation } from '../../command.ts';
import { body } from '../../state/line-parts.ts';
import { formatTime, parseTimestamp } from '../../history/message-reference.ts';
import type { Network } from '../../state/network.ts';

/** Source: IRCv3 draft/read-marker. */
export const markread: Command = {
  syntax: 'MARKREAD <target> [timestamp=<time>]',
  about: { id: 'sampai mana percakapan sudah dibaca', en: 'how far a conversation has been read' },
  needs: 0,
  run(invocation) {
    const { network, client, params } = invocation;
    const [target = '', timestamp] = params;
    const { fail } = network.words;
    if (target === '') {
      return client.standardReply('FAIL', 'MARKREAD', 'NEED_MORE_PARAMS', fail.needMoreParams);
    }
    if (!isTarget(network, target)) {
      return client.standardReply('FAIL', 'MARKREAD', 'INVALID_PARAMS', target, fail.invalidParams);
    }
    if (timestamp !== undefined) return move(invocation, target, timestamp);
    client.reply(network.serverName, 'MARKREAD', [target, markerOf(network, client, target)]);
  },
};

/** What a client reads on joining, before the end of the names. */
export function sendMarker(network: Network, client: Client, { name }: Channel): void {
  if (!client.has('draft/read-marker')) return;
  client.reply(network.serverName, 'MARKREAD', [name, markerOf(network, client, name)]);
}

function move({ network, client }: Invocation, target: string, timestamp: string): void {
  const { fail } = network.words;
  const time = parseTimestamp(timestamp);
  if (time === undefined) {
    const context = [target, timestamp, fail.invalidParams];
    return client.standardReply('FAIL', 'MARKREAD', 'INVALID_PARAMS', ...context);
  }
  const before = markerOf(network, client, target);
  const account = accountKey(network, client);
  // A clock that is ahead must not mark what nobody has written yet: markers never go back.
  const reached = Math.min(time, network.now());
  if (network.markers.set(client, account, network.fold(target), reached) === undefined) {
    const context = [target, timestamp, fail.tooManyMarkers];
    return client.standardReply('FAIL', 'MARKREAD', 'INTERNAL_ERROR', ...context);
  }
  const after = markerOf(network, client, target);
  client.reply(network.serverName, 'MARKREAD', [target, after]);
  if (after !== before) tellOtherConnections(network, client, [target, after]);
}

/** The other connections of the account, on other devices of the same person. */
function tellOtherConnections(network: Network, client: Client, params: readonly string[]): void {
  const { account } = client;
  if (account === undefined) return;
  const others = [...network.clients.values()].filter(
    (other) => other !== client && other.account === account && other.isRegistered,
  );
  const line = body(network.serverName, 'MARKREAD', params);
  network.outgoing.toClients(others, castToCapable('draft/read-marker', line));
}

/** `timestamp=2026-12-01T02:30:00.000Z`, or `*` for none. */
function markerOf(network: Network, client: Client, target: string): string {
  const time = network.markers.get(client, accountKey(network, client), network.fold(target));
  return time === undefined ? '*' : `timestamp=${formatTime(time)}`;
}

function accountKey(network: Network, { account }: Client): string | undefined {
  return account === undefined ? undefined : network.fold(account);
}

function isTarget({ settings: { limits } }: Network, target: string): boolean {
  return isChannelName(target, limits.channel) || isNick(target, limits.nick);
}
