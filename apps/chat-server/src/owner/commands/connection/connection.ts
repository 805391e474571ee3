import { isNick, NUMERICS } from '@praktikum/irc';
import { deed } from '../../state/casts.ts';
import type { Command, Invocation } from '../../command.ts';
import {
  endHolder,
  introductionOf,
  isFreeFor,
  refuseNick,
  registerIfComplete,
  takeNick,
} from '../../connection/registration.ts';
import { silencingChannel } from '../../rules/rights.ts';
import { quit, remember } from '../../connection/quit.ts';
import { announceOffline, announceOnline } from '../people/monitor.ts';

/** Of servers such as Bahamut and Hybrid; Modern IRC does not have it. */
const ERR_BANONCHAN = '435';

export const pass: Command = {
  syntax: 'PASS <password>',
  about: {
    id: 'kata sandi server, sebelum NICK dan USER',
    en: 'the password of the server, before NICK and USER',
  },
  needs: 1,
  early: true,
  run({ network, client, params: [password] }) {
    if (client.isRegistered) {
      return client.numeric(NUMERICS.ERR_ALREADYREGISTERED, network.words.alreadyRegistered);
    }
    introductionOf(client).password = password;
  },
};

export const nick: Command = {
  syntax: 'NICK <nick>',
  about: { id: 'memilih atau mengganti nick', en: 'chooses or changes your nick' },
  needs: 0,
  early: true,
  run(invocation) {
    const { network, client, params } = invocation;
    const [wanted = ''] = params;
    const { words, settings } = network;
    if (wanted === '') return client.numeric(NUMERICS.ERR_NONICKNAMEGIVEN, words.noNick);
    if (!isNick(wanted, settings.limits.nick)) {
      return client.numeric(
        NUMERICS.ERR_ERRONEUSNICKNAME,
        wanted,
        words.badNick(network.settings.limits.nick),
      );
    }
    if (wanted === client.nick) return;
    if (client.isRegistered) return changeNick(invocation, wanted);
    const introduction = introductionOf(client);
    introduction.askedNick = wanted;
    introduction.wantedNick = undefined;
    if (isFreeFor(network, client, wanted)) takeNick(network, client, wanted);
    else if (introduction.isNegotiating && isOfAccount(invocation, wanted)) {
      introduction.wantedNick = wanted; // by SASL it may show that it is the same person
    } else return refuseNick(network, client, wanted);
    registerIfComplete(network, client);
  },
};

/** Whether somebody who logs in may have this nick. */
function isOfAccount({ network }: Invocation, wanted: string): boolean {
  const holder = network.nicks.get(network.fold(wanted));
  return holder === undefined || holder.account !== undefined;
}

function changeNick({ network, client }: Invocation, wanted: string): void {
  if (!isFreeFor(network, client, wanted)) return refuseNick(network, client, wanted);
  const channel = silencingChannel(network, client);
  if (channel !== undefined) {
    const { silencedNick } = network.words;
    return client.numeric(ERR_BANONCHAN, wanted, channel.name, silencedNick);
  }
  endHolder(network, client, wanted); // the others see it leave before its nick is taken
  const isSame = network.fold(wanted) === network.fold(client.nick);
  const cast = deed(network, client, 'NICK', [wanted]);
  if (!isSame) remember(network, client);
  const before = client.nick;
  client.answerCast(cast);
  network.toNeighbours(client, cast);
  takeNick(network, client, wanted);
  if (isSame) return;
  announceOffline(network, before);
  announceOnline(network, client);
}

/** Letters, digits and `._-`, as ident names are; `~` is put in front by the server. */
const USERNAME = /^[\w.[\]{}^`|-]{1,64}$/;
/**
 * Longest username, `~` not counted; what is longer is cut.
 * @unit characters
 * @against sources that leave no room for what is said
 * @provenBy ../../../../integration/limits.spec.ts: keep to the length of %s
 */
const MAX_USERNAME = 10;

/**
 * Longest real name; what is longer is cut.
 * @unit characters
 * @against names that make a line out of each answer to WHO
 * @provenBy ../../../../integration/limits.spec.ts: keep to the length of %s
 */
export const MAX_REALNAME = 150;

export const user: Command = {
  syntax: 'USER <username> 0 * :<real name>',
  about: { id: 'nama pengguna dan nama asli', en: 'your username and real name' },
  needs: 4,
  early: true,
  run({ network, client, params }) {
    const [username = '', , , realname = ''] = params;
    const { words } = network;
    if (client.isRegistered || introductionOf(client).hasUser) {
      return client.numeric(NUMERICS.ERR_ALREADYREGISTERED, words.alreadyRegistered);
    }
    if (realname === '') {
      return client.numeric(NUMERICS.ERR_NEEDMOREPARAMS, 'USER', words.needMoreParams);
    }
    if (!USERNAME.test(username)) {
      client.numeric(NUMERICS.ERR_INVALIDUSERNAME, words.badUsername);
      return;
    }
    client.username = username.slice(0, MAX_USERNAME);
    client.realname = realname.slice(0, MAX_REALNAME);
    introductionOf(client).hasUser = true;
    registerIfComplete(network, client);
  },
};

export const ping: Command = {
  syntax: 'PING <token>',
  about: { id: 'meminta tanda hidup dari server', en: 'asks the server for a sign of life' },
  needs: 0,
  early: true,
  run({ network, client, params: [token] }) {
    if (token === undefined) return client.numeric(NUMERICS.ERR_NOORIGIN, network.words.noOrigin);
    client.reply(network.serverName, 'PONG', [network.serverName, token]);
  },
};

export const pong: Command = {
  syntax: 'PONG <token>',
  about: { id: 'menjawab PING dari server', en: 'answers a PING of the server' },
  needs: 0,
  early: true,
  run() {
    // Whatever comes is a sign of life, and the worker has seen it.
  },
};

export const quitCommand: Command = {
  syntax: 'QUIT [:<reason>]',
  about: { id: 'meninggalkan server', en: 'leaves the server' },
  needs: 0,
  early: true,
  run({ network, client, params: [reason = ''] }) {
    // Who may not speak in a channel says nothing by leaving, either.
    const isHeard = reason !== '' && silencingChannel(network, client) === undefined;
    quit(network, client, isHeard ? `Quit: ${reason}` : 'Quit');
  },
};
