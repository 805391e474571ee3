import { byteLength, NUMERICS } from '@praktikum/irc';
import type { Channel, Membership } from '../../state/channel.ts';
import type { Client } from '../../state/client.ts';
import type { Command } from '../../command.ts';
import type { Network } from '../../state/network.ts';
import { targetsOf } from '../../rules/targets.ts';

/** Bytes of names in one line of 353: with what stands before them it stays below 512. */
const NAMES_LINE_BYTES = 380;

export const names: Command = {
  syntax: 'NAMES #channel{,#channel}',
  about: { id: 'daftar anggota channel', en: 'lists the members of a channel' },
  needs: 0,
  run({ network, client, params: [list = ''] }) {
    const { endOfNames } = network.words;
    for (const name of targetsOf(list)) {
      const channel = network.channel(name);
      if (channel !== undefined && isVisibleTo(client, channel))
        sendNames(network, client, channel);
    }
    client.numeric(NUMERICS.RPL_ENDOFNAMES, list === '' ? '*' : list, endOfNames);
  },
};

/** A secret channel is seen by its members. */
export function isVisibleTo(client: Client, channel: Channel): boolean {
  return !channel.modes.has('s') || channel.members.has(client) || client.isOperator;
}

/** RPL_NAMREPLY, as many lines as it takes: `353 ani = #kelas :@ani budi`. */
export function sendNames(network: Network, client: Client, channel: Channel): void {
  const symbol = channel.modes.has('s') ? '@' : '=';
  const isMember = channel.members.has(client);
  let line = '';
  const send = () => {
    if (line !== '') client.numeric(NUMERICS.RPL_NAMREPLY, symbol, channel.name, line);
    line = '';
  };
  for (const [member, membership] of channel.members) {
    if (!isMember && member.modes.has('i')) continue;
    const name = nameOf(client, member, membership);
    if (byteLength(line) + byteLength(name) >= NAMES_LINE_BYTES) send();
    line += line === '' ? name : ` ${name}`;
  }
  send();
}

function nameOf(client: Client, member: Client, membership: Membership): string {
  const { signs } = membership;
  const shown = client.has('multi-prefix') ? signs : signs.slice(0, 1);
  return shown + (client.has('userhost-in-names') ? member.source : member.nick);
}
