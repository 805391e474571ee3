import { NUMERICS } from '@praktikum/irc';
import type { Client } from '../../state/client.ts';
import type { Command } from '../../command.ts';
import type { Network } from '../../state/network.ts';

export const motd: Command = {
  syntax: 'MOTD',
  about: { id: 'pesan hari ini', en: 'the message of the day' },
  needs: 0,
  run({ network, client }) {
    sendMotd(network, client);
  },
};

/** RPL_MOTDSTART, RPL_MOTD for each line, RPL_ENDOFMOTD; ERR_NOMOTD when there is none. */
export function sendMotd({ settings, words, serverName }: Network, client: Client): void {
  if (settings.motd.length === 0) return client.numeric(NUMERICS.ERR_NOMOTD, words.noMotd);
  client.numeric(NUMERICS.RPL_MOTDSTART, words.motdStart(serverName));
  for (const line of settings.motd) client.numeric(NUMERICS.RPL_MOTD, `- ${line}`);
  client.numeric(NUMERICS.RPL_ENDOFMOTD, words.endOfMotd);
}
