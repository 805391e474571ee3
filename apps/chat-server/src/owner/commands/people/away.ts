import { cutToBytes, NUMERICS } from '@praktikum/irc';
import { silencingChannel } from '../../rules/rights.ts';
import { castToCapable, deedTags, toThoseWhoAsk } from '../../state/casts.ts';
import type { Command } from '../../command.ts';
import { body } from '../../state/line-parts.ts';

export const away: Command = {
  syntax: 'AWAY [:<text>]',
  about: { id: 'menandai Anda sedang tidak di tempat', en: 'marks you as away, or as back' },
  needs: 0,
  run({ network, client, params: [text = ''] }) {
    const { words, settings } = network;
    const before = client.awayMessage;
    // Who may not speak says no more by it than being away.
    const isSilenced = text !== '' && silencingChannel(network, client) !== undefined;
    const reason = cutToBytes(isSilenced ? words.awayReason : text, settings.limits.away);
    const message = reason === '' ? undefined : reason;
    client.awayMessage = message;
    if (message === undefined) client.numeric(NUMERICS.RPL_UNAWAY, words.back);
    else client.numeric(NUMERICS.RPL_NOWAWAY, words.away);
    if (message === before) return;
    // `:ani!~ani@lab AWAY :makan`, and without a parameter when she is back (IRCv3 away-notify).
    const line = body(client.source, 'AWAY', message === undefined ? [] : [message]);
    const cast = castToCapable('away-notify', line, deedTags(network, client));
    toThoseWhoAsk(network, client, 'away-notify', cast);
  },
};
