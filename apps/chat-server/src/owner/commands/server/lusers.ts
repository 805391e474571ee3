import { NUMERICS } from '@praktikum/irc';
import type { Client } from '../../state/client.ts';
import type { Command } from '../../command.ts';
import type { Network } from '../../state/network.ts';

export const lusers: Command = {
  syntax: 'LUSERS',
  about: { id: 'jumlah pengguna dan channel', en: 'counts users and channels' },
  needs: 0,
  run({ network, client }) {
    sendLusers(network, client);
  },
};

/** RPL_LUSERCLIENT to RPL_GLOBALUSERS. */
export function sendLusers(network: Network, client: Client): void {
  const { registered, mostRegistered, clients, channels } = network;
  const { lusers: words } = network.words;
  let invisible = 0;
  let operators = 0;
  for (const { isRegistered, modes, isOperator } of clients.values()) {
    if (!isRegistered) continue;
    if (modes.has('i')) invisible += 1;
    if (isOperator) operators += 1;
  }
  const unknown = clients.size - registered;
  const counts = [String(registered), String(mostRegistered)];
  client.numeric(NUMERICS.RPL_LUSERCLIENT, words.clients(registered - invisible, invisible));
  client.numeric(NUMERICS.RPL_LUSEROP, String(operators), words.operators);
  client.numeric(NUMERICS.RPL_LUSERUNKNOWN, String(unknown), words.unknown);
  client.numeric(NUMERICS.RPL_LUSERCHANNELS, String(channels.size), words.channels);
  client.numeric(NUMERICS.RPL_LUSERME, words.me(registered));
  client.numeric(NUMERICS.RPL_LOCALUSERS, ...counts, words.local(registered, mostRegistered));
  client.numeric(NUMERICS.RPL_GLOBALUSERS, ...counts, words.global(registered, mostRegistered));
}
