import { formatIsupport, NUMERICS } from '@praktikum/irc';
import type { Client } from '../state/client.ts';
import { MEMBERSHIPS } from '../state/channel.ts';
import { CHANNEL_MODES } from '../state/modes.ts';
import type { Network } from '../state/network.ts';
import { MAX_HISTORY_PAGE } from '../commands/talk/chathistory.ts';
import { MAX_LIST_ENTRIES } from '../commands/channel/channel-mode.ts';
import { MAX_TARGETS } from '../rules/targets.ts';

/** What this server can do, as 005 tells clients (RPL_ISUPPORT). */
function isupport({ settings }: Network): ReadonlyMap<string, string> {
  const { limits, flood, history, network, casemapping } = settings;
  const { list, always, whenSet, never } = CHANNEL_MODES;
  const prefix = `(${MEMBERSHIPS.map(({ mode }) => mode).join('')})${MEMBERSHIPS.map(({ sign }) => sign).join('')}`;
  const many = ['JOIN', 'PART', 'KICK', 'NAMES', 'LIST', 'PRIVMSG', 'NOTICE', 'TAGMSG', 'WHOIS'];
  const tokens: [string, string][] = [
    ['ACCOUNTEXTBAN', 'a'],
    ['AWAYLEN', String(limits.away)],
    ['BOT', 'B'],
    ['CASEMAPPING', casemapping],
    ['CHANLIMIT', `#:${limits.channels}`],
    ['CHANMODES', [list, always, whenSet, never].join(',')],
    ['CHANNELLEN', String(limits.channel)],
    ['CHANTYPES', '#'],
    ['ELIST', 'CMNTU'],
    ['EXCEPTS', 'e'],
    ['EXTBAN', '~,am'],
    ['HOSTLEN', '64'],
    ['INVEX', 'I'],
    ['KICKLEN', String(limits.kick)],
    ['MAXLIST', `${list}:${MAX_LIST_ENTRIES}`],
    ['MAXTARGETS', String(MAX_TARGETS)],
    ['MODES', '12'],
    ['MONITOR', String(limits.monitor)],
    ['NETWORK', network],
    ['NICKLEN', String(limits.nick)],
    ['PREFIX', prefix],
    ['STATUSMSG', MEMBERSHIPS.map(({ sign }) => sign).join('')],
    ['TARGMAX', many.map((command) => `${command}:${MAX_TARGETS}`).join(',')],
    ['TOPICLEN', String(limits.topic)],
    ['USERLEN', '10'],
    ['UTF8ONLY', ''],
    ['WHOX', ''],
  ];
  if (history)
    tokens.push(['CHATHISTORY', String(MAX_HISTORY_PAGE)], ['MSGREFTYPES', 'msgid,timestamp']);
  // Lines in seconds: a client that pastes keeps below it.
  if (flood !== null) tokens.push(['FLOOD', `${flood.lines}:${flood.seconds}`]);
  return new Map(tokens);
}

export function sendIsupport(network: Network, client: Client): void {
  for (const tokens of formatIsupport(isupport(network))) {
    client.numeric(NUMERICS.RPL_ISUPPORT, ...tokens, network.words.supported);
  }
}
