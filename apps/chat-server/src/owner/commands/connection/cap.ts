import { NUMERICS } from '@praktikum/irc';
import { CAPABILITY, type Capability } from '../../../line/capability.ts';
import type { Client } from '../../state/client.ts';
import type { Command, Invocation } from '../../command.ts';
import type { Network } from '../../state/network.ts';
import { introductionOf, registerIfComplete } from '../../connection/registration.ts';
import { abortAuthentication } from './authenticate.ts';
import { inLines } from '../../words/word-lines.ts';

/** Bytes of capabilities in one line of CAP LS. */
const CAPABILITIES_LINE_BYTES = 400;

/** The first version whose clients are told values, and of changes without asking (IRCv3 cap-3.2). */
const VERSION_WITH_VALUES = 302;

export const cap: Command = {
  syntax: 'CAP LS [302] | LIST | REQ :<capabilities> | END',
  about: { id: 'kemampuan tambahan (IRCv3)', en: 'additional capabilities (IRCv3)' },
  needs: 1,
  early: true,
  run(invocation) {
    const { network, client, params } = invocation;
    const [subcommand = ''] = params;
    switch (subcommand.toUpperCase()) {
      case 'LS':
        return list(invocation);
      case 'LIST':
        return reply(client, network, ['LIST', namesOf(client.capabilities).join(' ')]);
      case 'REQ':
        return request(invocation);
      case 'END':
        if (client.isRegistered) return;
        introductionOf(client).isNegotiating = false;
        abortAuthentication(network, client);
        return registerIfComplete(network, client);
      default:
        client.numeric(NUMERICS.ERR_INVALIDCAPCMD, subcommand, network.words.invalidCapCommand);
    }
  },
};

function list({ network, client, params }: Invocation): void {
  if (!client.isRegistered) introductionOf(client).isNegotiating = true;
  const version = Number(params[1]);
  if (version > client.capVersion) client.capVersion = version;
  const withValues = client.capVersion >= VERSION_WITH_VALUES;
  if (withValues) client.setCapabilities(client.capabilities | CAPABILITY['cap-notify']);
  const offered = [...available(network, client)].map(([name, value]) =>
    withValues && value !== '' ? `${name}=${value}` : name,
  );
  const lines = inLines(offered, CAPABILITIES_LINE_BYTES);
  lines.forEach((line, at) => {
    const isLast = at === lines.length - 1;
    reply(client, network, isLast || !withValues ? ['LS', line] : ['LS', '*', line]);
  });
}

/** What can be asked for, with its value. */
function available(network: Network, client: Client): Map<Capability, string> {
  const { accounts, history, registrationBeforeConnect, stsPort } = network.settings;
  const names = new Map<Capability, string>();
  for (const name of Object.keys(CAPABILITY) as Capability[]) names.set(name, '');
  names.set('sasl', 'PLAIN');
  names.set('draft/account-registration', registrationBeforeConnect ? 'before-connect' : '');
  if (!accounts) for (const name of OF_ACCOUNTS) names.delete(name);
  else if (!network.accounts.isOpen) names.delete('draft/account-registration');
  if (!history) for (const name of OF_HISTORY) names.delete(name);
  if (stsPort === null) names.delete('sts');
  else names.set('sts', client.isSecure ? `duration=${STS_SECONDS}` : `port=${stsPort}`);
  return names;
}

const OF_ACCOUNTS: readonly Capability[] = ['sasl', 'draft/account-registration'];
const OF_HISTORY: readonly Capability[] = ['draft/chathistory', 'draft/event-playback'];

/** How long a client is to use TLS only: a month. */
const STS_SECONDS = 2_592_000;

function request({ network, client, params: [, asked = ''] }: Invocation): void {
  if (!client.isRegistered) introductionOf(client).isNegotiating = true;
  const offered = available(network, client);
  offered.delete('sts'); // it is told and cannot be asked for
  let bits = client.capabilities;
  const isPossible = asked.split(' ').every((word) => {
    const isRemoved = word.startsWith('-');
    const name = (isRemoved ? word.slice(1) : word) as Capability | '';
    if (name === '') return true;
    if (!Object.hasOwn(CAPABILITY, name) || (!isRemoved && !offered.has(name))) return false;
    // Those of 302 are told of changes, whatever they ask for.
    if (name === 'cap-notify' && isRemoved && client.capVersion >= VERSION_WITH_VALUES)
      return false;
    bits = isRemoved ? bits & ~CAPABILITY[name] : bits | CAPABILITY[name];
    return true;
  });
  reply(client, network, [isPossible ? 'ACK' : 'NAK', asked]);
  if (!isPossible) return;
  client.setCapabilities(bits);
  network.wantedCapabilities |= bits;
}

/** Tells those who want to know that a capability has come or gone. */
export function notifyCapability(network: Network, name: Capability): void {
  for (const client of network.clients.values()) {
    if (!client.has('cap-notify')) continue;
    const value = available(network, client).get(name);
    const shown = value === undefined || value === '' ? name : `${name}=${value}`;
    const params = [client.nick, value === undefined ? 'DEL' : 'NEW', shown];
    client.write(`:${network.serverName} CAP ${params[0]} ${params[1]} :${params[2]}\r\n`);
    if (value === undefined) client.setCapabilities(client.capabilities & ~CAPABILITY[name]);
  }
}

function reply(client: Client, network: Network, [subcommand, ...rest]: string[]): void {
  const last = rest.pop() ?? '';
  // The list always stands behind a colon: clients of old split at it.
  const params = [client.nick, subcommand, ...rest].join(' ');
  client.answer([], `:${network.serverName} CAP ${params} :${last}`);
}

function namesOf(bits: number): string[] {
  return (Object.keys(CAPABILITY) as Capability[]).filter(
    (name) => (bits & CAPABILITY[name]) !== 0,
  );
}
