import { byteLength, completeMask, NUMERICS, type ModeChange } from '@praktikum/irc';
import { LIST_MODES, type Channel, type ListMode } from '../../state/channel.ts';
import { meaningOf } from '../../state/list-entry.ts';
import type { Invocation } from '../../command.ts';
import { MAX_LIST_ENTRIES } from './channel-mode.ts';

/**
 * Longest mask of a list.
 * @unit bytes
 * @against entries that do not fit the line that tells of them
 * @provenBy ../../../../integration/limits.spec.ts: keep to the length of %s
 */
const MAX_MASK_BYTES = 200;

/** An entry that is no mask of a source: `~a:budi`, `~m:budi!*@*`. */
const EXTENDED = /^~[a-z]+:./i;

const REPLIES: Record<ListMode, readonly [entry: string, end: string]> = {
  b: [NUMERICS.RPL_BANLIST, NUMERICS.RPL_ENDOFBANLIST],
  e: [NUMERICS.RPL_EXCEPTLIST, NUMERICS.RPL_ENDOFEXCEPTLIST],
  I: [NUMERICS.RPL_INVEXLIST, NUMERICS.RPL_ENDOFINVEXLIST],
  // Solanum and Charybdis have these for their quiet lists.
  q: ['728', '729'],
};

/** Shows a list: `367 ani #kelas budi!*@* ani!~ani@host 1780000000`. */
export function sendList({ network, client }: Invocation, channel: Channel, mode: ListMode): void {
  const [entry, end] = REPLIES[mode];
  const about = mode === 'q' ? [channel.name, mode] : [channel.name];
  for (const { mask, by, at } of channel.lists[mode]) {
    client.reply(network.serverName, entry, [client.nick, ...about, mask, by, String(at)]);
  }
  client.numeric(end, ...about, network.words.endOfList[mode]);
}

/** @returns what has changed, to be told to the channel */
export function applyListMode(
  { network, client }: Invocation,
  channel: Channel,
  { adding, mode, param = '' }: ModeChange,
): ModeChange[] {
  const { words } = network;
  const list = channel.lists[mode as ListMode];
  const mask = EXTENDED.test(param) ? param : completeMask(param);
  const folded = network.fold(mask);
  const index = list.findIndex((entry) => network.fold(entry.mask) === folded);
  if (!adding) {
    if (index === -1) return [];
    const [removed] = list.splice(index, 1);
    return [{ adding, mode, param: removed!.mask }];
  }
  if (index !== -1) return [];
  if (
    param === '' ||
    mask.startsWith(':') ||
    mask.includes(' ') ||
    byteLength(mask) > MAX_MASK_BYTES
  ) {
    client.numeric(NUMERICS.ERR_INVALIDMODEPARAM, channel.name, mode, '*', words.badModeParam.mask);
    return [];
  }
  const entries = LIST_MODES.reduce((sum, each) => sum + channel.lists[each].length, 0);
  if (entries >= MAX_LIST_ENTRIES) {
    client.numeric(NUMERICS.ERR_BANLISTFULL, channel.name, mode, words.listFull);
    return [];
  }
  const at = Math.floor(Date.now() / 1000);
  list.push({ mask, by: client.source, at, meaning: meaningOf(mask, network.fold) });
  return [{ adding, mode, param: mask }];
}
