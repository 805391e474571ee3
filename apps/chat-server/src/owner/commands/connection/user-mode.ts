import { NUMERICS } from '@praktikum/irc';
import type { Invocation } from '../../command.ts';
import { USER_MODE_LETTERS } from '../../state/modes.ts';

/** `MODE ani +i`: i invisible, o operator of the server (only off), w gets WALLOPS, B bot. */
export function changeUserModes({ network, client, params }: Invocation): void {
  const [nick = '', modes] = params;
  const { words } = network;
  if (network.user(nick) !== client) {
    const isThere = network.user(nick) !== undefined;
    if (isThere) return client.numeric(NUMERICS.ERR_USERSDONTMATCH, words.usersDontMatch);
    return client.numeric(NUMERICS.ERR_NOSUCHNICK, nick, words.noSuchNick);
  }
  if (modes === undefined) {
    const own = [...client.modes].sort().join('');
    return client.reply(network.serverName, NUMERICS.RPL_UMODEIS, [client.nick, `+${own}`]);
  }
  let adding = true;
  let isUnknown = false;
  const changed = { added: '', removed: '' };
  for (const letter of modes) {
    if (letter === '+' || letter === '-') adding = letter === '+';
    else if (!USER_MODE_LETTERS.includes(letter)) isUnknown = true;
    else if (adding && letter !== 'o' && !client.modes.has(letter)) {
      client.modes.add(letter);
      changed.added += letter;
    } else if (!adding && client.modes.delete(letter)) changed.removed += letter;
  }
  if (isUnknown) client.numeric(NUMERICS.ERR_UMODEUNKNOWNFLAG, words.unknownUserMode);
  const { added, removed } = changed;
  const shown = (added && `+${added}`) + (removed && `-${removed}`);
  if (shown !== '') client.reply(client.source, 'MODE', [client.nick, shown]);
}
