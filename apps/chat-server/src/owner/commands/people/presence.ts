import { NUMERICS } from '@praktikum/irc';
import type { Client } from '../../state/client.ts';
import type { Command } from '../../command.ts';

/**
 * Nicks in one USERHOST; more are ignored (RFC 2812, section 4.8).
 * @unit nicks
 * @against an answer that does not fit a line
 * @provenBy ../../../../integration/limits.spec.ts: answers USERHOST for no more nicks than it says
 */
const MAX_USERHOST_NICKS = 5;

/** Source: RFC 2812, section 5.1; Modern IRC, from which the names of numerics are, has no ISON. */
const RPL_ISON = '303';

export const ison: Command = {
  syntax: 'ISON <nick>{ <nick>}',
  about: { id: 'siapa di antara nick ini yang ada', en: 'which of these nicks are there' },
  needs: 1,
  run({ network, client, params }) {
    // Some clients put all nicks into the last parameter: `ISON :ani budi`.
    const nicks = params.flatMap((param) => param.split(' '));
    const found = nicks.flatMap((nick) => network.user(nick)?.nick ?? []);
    client.numeric(RPL_ISON, found.join(' '));
  },
};

export const userhost: Command = {
  syntax: 'USERHOST <nick>{ <nick>}',
  about: { id: 'nama dan host dari nick ini', en: 'the username and host of these nicks' },
  needs: 1,
  run({ network, client, params }) {
    const nicks = params.flatMap((param) => param.split(' ')).slice(0, MAX_USERHOST_NICKS);
    const found = nicks.flatMap((nick) => network.user(nick) ?? []);
    client.numeric(NUMERICS.RPL_USERHOST, found.map(userhostOf).join(' '));
  },
};

/** `ani*=+~ani@3f2a.kelas`: `*` for operators, `+` for those who are there, `-` for those who are away. */
function userhostOf({ nick, username, host, isOperator, awayMessage }: Client): string {
  const presence = awayMessage === undefined ? '+' : '-';
  return `${nick}${isOperator ? '*' : ''}=${presence}~${username}@${host}`;
}
