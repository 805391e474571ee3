import { NUMERICS } from '@praktikum/irc';
import type { Channel } from '../../state/channel.ts';
import type { Client } from '../../state/client.ts';
import type { Network } from '../../state/network.ts';
import { addressFor } from '../../rules/visibility.ts';
import type { WhoField, WhoOptions } from './who-options.ts';

/** A user that WHO has found. */
export interface FoundUser {
  readonly user: Client;
  /** The channel that the reply names. */
  readonly channel: Channel | undefined;
}

interface Reply extends FoundUser {
  readonly network: Network;
  readonly asker: Client;
  readonly token: string;
}

/** Stands for an address that is not disclosed (IRCv3 WHOX). */
const HIDDEN_ADDRESS = '255.255.255.255';

const FIELDS: Readonly<Record<WhoField, (reply: Reply) => string>> = {
  t: ({ token }) => token,
  c: ({ channel }) => channel?.name ?? '*',
  u: ({ user }) => `~${user.username}`,
  i: ({ asker, user }) => addressFor(asker, user) ?? HIDDEN_ADDRESS,
  h: ({ user }) => user.host,
  s: ({ network }) => network.serverName,
  n: ({ user }) => user.nick,
  f: flagsOf,
  d: () => '0',
  l: ({ user }) => String(user.idleSeconds),
  a: ({ user }) => user.account ?? '0',
  o: () => 'n/a',
  r: ({ user }) => user.realname,
};

/** The parameters of RPL_WHOREPLY before its text: `#kelas ~ani 3f2a.kelas server ani H@`. */
const PLAIN: readonly WhoField[] = ['c', 'u', 'h', 's', 'n', 'f'];

/** Sends RPL_WHOREPLY, or RPL_WHOSPCRPL when fields were asked for. */
export function sendWhoReply(
  network: Network,
  asker: Client,
  found: FoundUser,
  { fields, token }: WhoOptions,
): void {
  const reply: Reply = { ...found, network, asker, token };
  const values = (fields ?? PLAIN).map((field) => FIELDS[field](reply));
  if (fields !== undefined) return asker.numeric(NUMERICS.RPL_WHOSPCRPL, ...values);
  // `0`: how many servers away, in front of the real name.
  asker.numeric(NUMERICS.RPL_WHOREPLY, ...values, `0 ${found.user.realname}`);
}

/** `H`, or `G` (gone) when away; `*` for operators of the server; signs in the channel; `B` for bots. */
function flagsOf({ asker, user, channel }: Reply): string {
  const signs = channel?.members.get(user)?.signs ?? '';
  return [
    user.awayMessage === undefined ? 'H' : 'G',
    user.isOperator ? '*' : '',
    asker.has('multi-prefix') ? signs : signs.slice(0, 1),
    user.modes.has('B') ? 'B' : '',
  ].join('');
}
