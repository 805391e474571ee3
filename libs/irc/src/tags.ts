import { CodedError } from '@praktikum/protocol/coded-error';

/**
 * The key of a tag: `time`, `+typing`, `draft/reply`, `+example.com/a-b`. The specification has letters,
 * digits and hyphens after a vendor's host name; underscores and further slashes are met in the field.
 */
const KEY = /^\+?[A-Za-z0-9._/-]+$/;

const UNESCAPED: Readonly<Record<string, string>> = { ':': ';', s: ' ', r: '\r', n: '\n' };

const ESCAPED: Readonly<Record<string, string>> = {
  ';': '\\:',
  ' ': '\\s',
  '\\': '\\\\',
  '\r': '\\r',
  '\n': '\\n',
};

/**
 * Reads tags, without their `@`: `id=7;+typing=active;bot`. A missing value is the empty string, and
 * the last of several values of a key counts. A key that `formatTags` would refuse is left out, so
 * what has been read from a peer can always be written to the next one.
 * Source: IRCv3 message-tags, sections Format and Escaping values.
 */
export function parseTags(text: string): Map<string, string> {
  const tags = new Map<string, string>();
  for (const tag of text.split(';')) {
    const equals = tag.indexOf('=');
    const key = equals === -1 ? tag : tag.slice(0, equals);
    if (KEY.test(key)) tags.set(key, equals === -1 ? '' : unescape(tag.slice(equals + 1)));
  }
  return tags;
}

/**
 * Writes tags without `@` and without the space behind them: `a=1;b`. An empty value is left out
 * with its `=`, and of a key that comes twice the last value is written.
 * @throws CodedError `ERR_IRC_TAG` for a key beyond the grammar, and for a NUL, which has no escape
 */
export function formatTags(tags: Iterable<readonly [string, string]>): string {
  const written: string[] = [];
  for (const [key, value] of tags instanceof Map ? tags : new Map(tags)) {
    if (!KEY.test(key) || value.includes('\0')) {
      throw new CodedError('ERR_IRC_TAG', `not to be written as a tag: ${JSON.stringify(key)}`, {
        details: { key },
      });
    }
    written.push(value === '' ? key : `${key}=${escape(value)}`);
  }
  return written.join(';');
}

function escape(value: string): string {
  return value.replace(/[; \\\r\n]/g, (character) => ESCAPED[character]!);
}

/** `\b` is no escape and becomes `b`; a lone backslash at the end becomes nothing. */
function unescape(value: string): string {
  if (!value.includes('\\')) return value;
  return value.replace(/\\([^]?)/g, (_, character: string) => UNESCAPED[character] ?? character);
}
