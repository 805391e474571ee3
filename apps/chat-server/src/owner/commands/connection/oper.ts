import { setTimeout as sleep } from 'node:timers/promises';
import { createHash, timingSafeEqual } from 'node:crypto';
import { NUMERICS } from '@praktikum/irc';
import { castToAll, deedTags } from '../../state/casts.ts';
import type { Command, Invocation } from '../../command.ts';
import { body } from '../../state/line-parts.ts';
import { quit } from '../../connection/quit.ts';

/** As what guesses of the operator's password are counted: no account has this name. */
const OPER_GUESSES = '*oper';

export const oper: Command = {
  syntax: 'OPER <name> <password>',
  about: { id: 'menjadi operator server', en: 'makes you an operator of the server' },
  needs: 2,
  async run({ network, client, params: [name = '', password = ''] }) {
    const { settings, words, log, guesses } = network;
    const known = settings.oper;
    const wait = guesses.begin(client.address, OPER_GUESSES) ?? Infinity;
    if (wait > 0 && wait < Infinity) await sleep(wait, undefined, { ref: false });
    if (client.state === 'gone') return;
    const isTried = known !== null && wait < Infinity;
    const isRight = isTried && known.name === name && isSame(known.password, password);
    if (isRight) guesses.succeed(client.address, OPER_GUESSES);
    const { nick, address } = client;
    log.info(
      { event: 'oper', nick, remote: address, ok: isRight },
      words.log.oper(nick, address, isRight),
    );
    if (!isRight) return client.numeric(NUMERICS.ERR_PASSWDMISMATCH, words.noOperHost);
    client.modes.add('o');
    client.numeric(NUMERICS.RPL_YOUREOPER, words.youAreOper);
    client.reply(network.serverName, 'MODE', [client.nick, '+o']);
  },
};

/** In a time that says nothing of how much of it was right. */
function isSame(one: string, other: string): boolean {
  const hash = (text: string) => createHash('sha256').update(text).digest();
  return timingSafeEqual(hash(one), hash(other));
}

function refuseOthers({ network, client }: Invocation): boolean {
  if (client.isOperator) return false;
  client.numeric(NUMERICS.ERR_NOPRIVILEGES, network.words.noPrivileges);
  return true;
}

export const kill: Command = {
  syntax: 'KILL <nick> [:<reason>]',
  about: {
    id: 'mengeluarkan seseorang dari server (operator)',
    en: 'puts somebody out of the server (operators)',
  },
  needs: 1,
  run(invocation) {
    const { network, client, params } = invocation;
    const [nick = '', reason = ''] = params;
    if (refuseOthers(invocation)) return;
    const target = network.user(nick);
    if (target === undefined) {
      return client.numeric(NUMERICS.ERR_NOSUCHNICK, nick, network.words.noSuchNick);
    }
    const why = `Killed (${client.nick} (${reason === '' ? client.nick : reason}))`;
    network.log.warn(
      { event: 'kill', nick: target.nick, remote: target.address, by: client.nick },
      network.words.log.killed(target.nick, client.nick),
    );
    target.write(`${body(client.source, 'KILL', [target.nick, reason])}\r\n`);
    quit(network, target, why);
  },
};

export const wallops: Command = {
  syntax: 'WALLOPS :<text>',
  about: {
    id: 'pesan untuk semua yang memakai mode w (operator)',
    en: 'a message to all with mode w (operators)',
  },
  needs: 1,
  run(invocation) {
    const { network, client, params } = invocation;
    if (refuseOthers(invocation)) return;
    const line = body(client.source, 'WALLOPS', [params[0]!]);
    const cast = castToAll(line, deedTags(network, client));
    const receivers = [...network.clients.values()].filter(
      (one) => one.isRegistered && one.modes.has('w'),
    );
    network.outgoing.toClients(receivers, cast);
  },
};
