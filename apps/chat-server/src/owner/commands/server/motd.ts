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

/** Everybody is told when history is kept: RPL_MOTDSTART, RPL_MOTD, RPL_ENDOFMOTD; ERR_NOMOTD when none is. */
export function sendMotd(
  { chronicle, settings, words, serverName }: Network,
  client: Client,
): void {
  if (!chronicle.isKept) return client.numeric(NUMERICS.ERR_NOMOTD, words.noMotd);
  client.numeric(NUMERICS.RPL_MOTDSTART, words.motdStart(serverName));
  client.numeric(NUMERICS.RPL_MOTD, `- ${words.allKept(settings.retention.days)}`);
  client.numeric(NUMERICS.RPL_ENDOFMOTD, words.endOfMotd);
}
