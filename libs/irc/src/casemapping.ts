/** Which characters are the same in names, as a server says in `CASEMAPPING` of its 005. */
export type Casemapping = 'ascii' | 'rfc1459' | 'rfc1459-strict';

/** What each mapping folds. `[ \ ]` are the capitals of `{ | }`, and `~` the one of `^`. */
const CAPITALS: Readonly<Record<Casemapping, RegExp>> = {
  ascii: /[A-Z]/g,
  rfc1459: /[A-Z[\\\]~]/g,
  'rfc1459-strict': /[A-Z[\\\]]/g,
};

/**
 * The form of a nickname or channel name by which it is compared and looked up. Letters beyond ASCII
 * stay as they are: `toLowerCase` would make `k` of the Kelvin sign.
 * Source: Modern IRC, RPL_ISUPPORT parameter CASEMAPPING.
 */
export function foldCase(text: string, mapping: Casemapping): string {
  return text.replace(CAPITALS[mapping], small);
}

/** In ASCII the small form is 32 after the capital: `A` `a`, `[` `{`; only `^` stands before `~`. */
function small(capital: string): string {
  return capital === '~' ? '^' : String.fromCharCode(capital.charCodeAt(0) + 32);
}
