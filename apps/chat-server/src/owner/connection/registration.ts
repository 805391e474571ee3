import { NUMERICS } from '@praktikum/irc';
import type { Client } from '../state/client.ts';
import { sendIsupport } from './isupport.ts';
import { sendLusers } from '../commands/server/lusers.ts';
import { sendMotd } from '../commands/server/motd.ts';
import { announceOnline } from '../commands/people/monitor.ts';
import type { Network } from '../state/network.ts';
import { quit } from './quit.ts';
import { isNickServ } from '../accounts/service-nick.ts';
import { CHANNEL_MODE_LETTERS, PARAMETER_MODE_LETTERS, USER_MODE_LETTERS } from '../state/modes.ts';
import { VERSION } from '../words/version.ts';

/** What a client has said of itself before it is registered. */
export class Introduction {
  password: string | undefined;
  hasUser = false;
  /** Between CAP LS or CAP REQ and CAP END registration waits. */
  isNegotiating = false;
  /** The nick that it has asked for last, be it refused. */
  askedNick: string | undefined;
  /** A nick that another has, of whom it may prove by SASL to be the same person. */
  wantedNick: string | undefined;
}

const introductions = new WeakMap<Client, Introduction>();

export function introductionOf(client: Client): Introduction {
  let introduction = introductions.get(client);
  if (introduction === undefined) introductions.set(client, (introduction = new Introduction()));
  return introduction;
}

/** Registers the client if it has said all that is needed. */
export function registerIfComplete(network: Network, client: Client): void {
  const { hasUser, isNegotiating, wantedNick } = introductionOf(client);
  const hasNick = client.nick !== '*' || wantedNick !== undefined;
  if (client.state !== 'registering' || !hasNick || !hasUser || isNegotiating) return;
  if (!hasServerPassword(network, client)) return refusePassword(network, client);
  if (wantedNick !== undefined && !takeWantedNick(network, client, wantedNick)) return;
  client.state = 'registered';
  introductions.delete(client);
  network.registered += 1;
  network.mostRegistered = Math.max(network.mostRegistered, network.registered);
  client.desk.records.registered(client.id);
  const { nick, address } = client;
  network.log.info(
    { event: 'registered', nick, remote: address },
    network.words.log.registered(nick, address),
  );
  welcome(network, client);
  announceOnline(network, client);
}

/** Whether it is in, or has sent the password of the server, where there is one. */
export function hasServerPassword({ settings }: Network, client: Client): boolean {
  if (settings.password === null || client.isRegistered) return true;
  return introductionOf(client).password === settings.password;
}

/** What a wrong password costs: a program that tries word after word needs a connection and a second for each. */
const WRONG_PASSWORD_MS = 1000;

export function refusePassword(network: Network, client: Client): void {
  const { log, words } = network;
  log.info(
    { event: 'password-wrong', remote: client.address },
    words.log.passwordWrong(client.address),
  );
  client.state = 'refused';
  setTimeout(() => {
    client.numeric(NUMERICS.ERR_PASSWDMISMATCH, network.words.passwordMismatch);
    quit(network, client, 'Password incorrect');
    network.outgoing.flush();
  }, WRONG_PASSWORD_MS).unref();
}

/** Takes a nick from another connection of the same account, which ends by it. */
function takeWantedNick(network: Network, client: Client, nick: string): boolean {
  const introduction = introductionOf(client);
  introduction.wantedNick = undefined;
  if (!isFreeFor(network, client, nick)) {
    refuseNick(network, client, nick);
    return false;
  }
  takeNick(network, client, nick);
  return true;
}

/** Whether the client may have this nick, ending a lost connection of its own account for it. */
export function isFreeFor(network: Network, client: Client, nick: string): boolean {
  if (isNickServ(nick)) return false;
  const holder = network.nicks.get(network.fold(nick));
  if (holder !== undefined && holder !== client) {
    if (holder.account === undefined || holder.account !== client.account) return false;
  }
  const owner = network.accounts.get(nick);
  return owner === undefined || owner.name === client.account || holder === client;
}

export function refuseNick(network: Network, client: Client, nick: string): void {
  const { nickInUse, nickOfServer, nickReserved } = network.words;
  const isHeld = network.nicks.has(network.fold(nick));
  const why = isNickServ(nick) ? nickOfServer : isHeld ? nickInUse : nickReserved;
  client.numeric(NUMERICS.ERR_NICKNAMEINUSE, nick, why);
}

/** Ends another connection that has this nick, which is one of the client's own account. */
export function endHolder(network: Network, client: Client, nick: string): void {
  const holder = network.nicks.get(network.fold(nick));
  if (holder === undefined || holder === client) return;
  quit(network, holder, 'Replaced by a new connection of the same account');
}

/** Gives the client a nick that is free for it. */
export function takeNick(network: Network, client: Client, nick: string): void {
  endHolder(network, client, nick);
  const key = network.fold(nick);
  if (client.nick !== '*') network.nicks.delete(network.fold(client.nick));
  network.nicks.set(key, client);
  client.nick = nick;
}

function welcome(network: Network, client: Client): void {
  const { serverName, words, settings, startedAt } = network;
  client.numeric(NUMERICS.RPL_WELCOME, words.welcome(settings.network, client.source));
  client.numeric(NUMERICS.RPL_YOURHOST, words.yourHost(serverName, VERSION));
  client.numeric(NUMERICS.RPL_CREATED, words.created(startedAt.toISOString()));
  client.numeric(
    NUMERICS.RPL_MYINFO,
    ...[serverName, VERSION, USER_MODE_LETTERS, CHANNEL_MODE_LETTERS, PARAMETER_MODE_LETTERS],
  );
  sendIsupport(network, client);
  sendLusers(network, client);
  sendMotd(network, client);
}
