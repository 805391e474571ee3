import type { ModeKinds } from '@praktikum/irc';

/** The modes of channels by their kinds, as CHANMODES of ISUPPORT has them. */
export const CHANNEL_MODES: ModeKinds = {
  list: 'beIq',
  always: 'k',
  whenSet: 'l',
  never: 'imnst',
  prefix: 'ohv',
};

const { list, always, whenSet, never, prefix } = CHANNEL_MODES;

/** For 004. */
export const CHANNEL_MODE_LETTERS = sorted(list + always + whenSet + never + prefix);
export const PARAMETER_MODE_LETTERS = sorted(list + always + whenSet + prefix);
export const USER_MODE_LETTERS = 'Biow';

function sorted(letters: string): string {
  return [...letters].sort().join('');
}
