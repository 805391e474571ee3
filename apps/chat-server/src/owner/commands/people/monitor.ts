import { isNick, NUMERICS } from '@praktikum/irc';
import { castToAll } from '../../state/casts.ts';
import type { Client } from '../../state/client.ts';
import type { Command, Invocation } from '../../command.ts';
import { body } from '../../state/line-parts.ts';
import type { Network } from '../../state/network.ts';
import { inLines } from '../../words/word-lines.ts';

/** Bytes of nicks in one line: with what stands before them it stays below 512. */
const TARGETS_LINE_BYTES = 380;

/** Source: IRCv3 monitor. */
export const monitor: Command = {
  syntax: 'MONITOR + <nick>{,<nick>} | - <nick>{,<nick>} | C | L | S',
  about: { id: 'memantau kapan nick datang dan pergi', en: 'tells you when nicks come and go' },
  needs: 1,
  run(invocation) {
    const { network, client, params } = invocation;
    const [subcommand = '', list = ''] = params;
    const nicks = list.split(',').filter((nick) => isNick(nick, network.settings.limits.nick));
    switch (subcommand.toUpperCase()) {
      case '+':
        return watch(invocation, nicks);
      case '-':
        return nicks.forEach((nick) => network.monitors.remove(client, network.fold(nick)));
      case 'C':
        return network.monitors.clear(client);
      case 'L':
        sendList(client, NUMERICS.RPL_MONLIST, [...client.monitored.values()]);
        return client.numeric(NUMERICS.RPL_ENDOFMONLIST, network.words.endOfMonitor);
      case 'S':
        return sendStatus(invocation, client.monitored.values());
    }
  },
};

/** A registered client has come, or has taken another nick. */
export function announceOnline(network: Network, client: Client): void {
  tellWatchers(network, client.nick, NUMERICS.RPL_MONONLINE, client.source);
}

/** Nobody has this nick any more. @param nick as it was written last */
export function announceOffline(network: Network, nick: string): void {
  tellWatchers(network, nick, NUMERICS.RPL_MONOFFLINE, nick);
}

/** One line for all of them: in the place of the receiver's own nick `*` is allowed. */
function tellWatchers(network: Network, nick: string, numeric: string, target: string): void {
  const cast = castToAll(body(network.serverName, numeric, ['*', target]));
  network.outgoing.toClients(network.monitors.watchersOf(network.fold(nick)), cast);
}

function watch(invocation: Invocation, nicks: readonly string[]): void {
  const { network, client } = invocation;
  const most = network.settings.limits.monitor;
  const watched = new Map<string, string>();
  const refused: string[] = [];
  for (const nick of nicks) {
    const key = network.fold(nick);
    if (!client.monitored.has(key)) {
      if (client.monitored.size >= most) {
        refused.push(nick);
        continue;
      }
      network.monitors.add(client, key, nick);
    }
    watched.set(key, nick);
  }
  sendStatus(invocation, watched.values());
  for (const targets of inLines(refused, TARGETS_LINE_BYTES, ',')) {
    const { monitorFull } = network.words;
    client.numeric(NUMERICS.ERR_MONLISTFULL, String(most), targets, monitorFull);
  }
}

/** Who of them is there, then who is not. */
function sendStatus({ network, client }: Invocation, nicks: Iterable<string>): void {
  const online: string[] = [];
  const offline: string[] = [];
  for (const nick of nicks) {
    const user = network.user(nick);
    if (user === undefined) offline.push(nick);
    else online.push(user.source);
  }
  sendList(client, NUMERICS.RPL_MONONLINE, online);
  sendList(client, NUMERICS.RPL_MONOFFLINE, offline);
}

function sendList(client: Client, numeric: string, targets: readonly string[]): void {
  for (const line of inLines(targets, TARGETS_LINE_BYTES, ',')) client.numeric(numeric, line);
}
