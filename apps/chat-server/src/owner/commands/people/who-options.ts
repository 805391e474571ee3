/** The fields of RPL_WHOSPCRPL, in the order in which they stand there. */
const WHO_FIELDS = ['t', 'c', 'u', 'i', 'h', 's', 'n', 'f', 'd', 'l', 'a', 'o', 'r'] as const;
export type WhoField = (typeof WHO_FIELDS)[number];

/** The second parameter of WHO. */
export interface WhoOptions {
  /** Operators of the server only. */
  readonly operatorsOnly: boolean;
  /** Of WHOX, in the order of the reply. Undefined: a reply of the old form. */
  readonly fields?: readonly WhoField[];
  /** By which the client knows its replies; `0` when it has said none that is possible. */
  readonly token: string;
}

/**
 * Reads `o`, `%tcnf,42` or `o%tcnf,42`. Fields and flags that are not known are ignored.
 * Source: IRCv3 WHOX; `o` is of RFC 2812, section 3.6.1.
 */
export function parseWhoOptions(text: string): WhoOptions {
  const [, flags = '', asked, token = ''] = /^([^%]*)(?:%([^,]*)(?:,(.*))?)?$/.exec(text) ?? [];
  const fields = asked === undefined ? undefined : WHO_FIELDS.filter((one) => asked.includes(one));
  return {
    operatorsOnly: flags.includes('o'),
    ...(fields && { fields }),
    token: /^\d{1,3}$/.test(token) ? token : '0',
  };
}
