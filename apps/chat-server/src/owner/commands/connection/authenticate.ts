import { NUMERICS } from '@praktikum/irc';
import { castToCapable, deedTags, toThoseWhoAsk } from '../../state/casts.ts';
import { checkPassword } from '../../accounts/check-password.ts';
import type { Client } from '../../state/client.ts';
import type { Command, Invocation } from '../../command.ts';
import { body } from '../../state/line-parts.ts';
import type { Network } from '../../state/network.ts';
import { hasServerPassword, refusePassword } from '../../connection/registration.ts';
import { grantRights } from '../../rules/rights.ts';
import { parsePlain, SaslMessage } from '../../accounts/sasl-message.ts';

/** What clients have sent of a message that has not ended. */
const exchanges = new WeakMap<Client, SaslMessage>();

/** SASL PLAIN. Source: IRCv3 sasl-3.1 and sasl-3.2; RFC 4616. */
export const authenticate: Command = {
  syntax: 'AUTHENTICATE PLAIN | <base64> | + | *',
  about: { id: 'masuk ke akun (SASL)', en: 'logs in to an account (SASL)' },
  needs: 1,
  early: true,
  run(invocation) {
    const { network, client, params } = invocation;
    if (!hasServerPassword(network, client)) return refusePassword(network, client);
    const [param = ''] = params;
    const exchange = exchanges.get(client);
    if (param === '*') return abort(network, client);
    if (exchange === undefined) return begin(invocation, param);
    const message = exchange.push(param);
    if (message === 'more') return;
    exchanges.delete(client);
    const { sasl } = network.words;
    if (message === 'long-chunk') return client.numeric(NUMERICS.ERR_SASLTOOLONG, sasl.tooLong);
    if (typeof message === 'string') return client.numeric(NUMERICS.ERR_SASLFAIL, sasl.failed);
    return finish(network, client, message);
  },
};

/** A client that ends its negotiation in the middle of SASL goes on without an account. */
export function abortAuthentication(network: Network, client: Client): void {
  if (exchanges.has(client)) abort(network, client);
}

/** Makes the client one of this account, and tells it (900) and those who want to know. */
export function logIn(network: Network, client: Client, account: string): void {
  const before = client.account;
  tellLoggedIn(network, client, account);
  spread(network, client, before);
}

function begin({ network, client }: Invocation, mechanism: string): void {
  const { words, settings, serverName } = network;
  if (mechanism.toUpperCase() !== 'PLAIN' || !settings.accounts) {
    if (settings.accounts) client.numeric(NUMERICS.RPL_SASLMECHS, 'PLAIN', words.sasl.mechanisms);
    return client.numeric(NUMERICS.ERR_SASLFAIL, words.sasl.failed);
  }
  exchanges.set(client, new SaslMessage());
  client.reply(serverName, 'AUTHENTICATE', ['+']);
}

function abort(network: Network, client: Client): void {
  exchanges.delete(client);
  client.numeric(NUMERICS.ERR_SASLABORTED, network.words.sasl.aborted);
}

async function finish(network: Network, client: Client, message: Uint8Array): Promise<void> {
  const { sasl, fail } = network.words;
  const credentials = parsePlain(message);
  if (credentials === undefined) return client.numeric(NUMERICS.ERR_SASLFAIL, sasl.failed);
  const { actingAs, account, password } = credentials;
  if (actingAs !== '' && network.fold(actingAs) !== network.fold(account)) {
    return client.numeric(NUMERICS.ERR_SASLFAIL, sasl.failed);
  }
  const found = await checkPassword(network, client, account, password);
  if (client.state === 'gone') return;
  if (found === 'wrong') return client.numeric(NUMERICS.ERR_SASLFAIL, sasl.failed);
  if (found === 'busy') return client.numeric(NUMERICS.ERR_SASLFAIL, fail.temporarilyUnavailable);
  if (found === 'guessed-at') return client.numeric(NUMERICS.ERR_SASLFAIL, fail.guessedAt(account));
  const before = client.account;
  tellLoggedIn(network, client, found.name);
  client.numeric(NUMERICS.RPL_SASLSUCCESS, sasl.success); // nothing may come between the two
  spread(network, client, before);
}

function tellLoggedIn(network: Network, client: Client, account: string): void {
  client.account = account;
  // `*!*@3f2a.kelas` before it has said who it is.
  const source = client.username === '' ? `${client.nick}!*@${client.host}` : client.source;
  client.numeric(NUMERICS.RPL_LOGGEDIN, source, account, network.words.sasl.loggedIn(account));
}

function spread(network: Network, client: Client, before: string | undefined): void {
  const { account } = client;
  if (!client.isRegistered || account === undefined || account === before) return;
  const line = body(client.source, 'ACCOUNT', [account]);
  const cast = castToCapable('account-notify', line, deedTags(network, client));
  toThoseWhoAsk(network, client, 'account-notify', cast);
  for (const channel of client.channels.keys()) grantRights(network, client, channel);
}
