import { byteLength } from './byte-length.ts';

/**
 * Most tokens in one 005. With the nickname before and the text behind them a message has 15
 * parameters, which is what old clients can read (Modern IRC, RPL_ISUPPORT).
 * @unit tokens
 * @against clients that lose what comes after the parameter they can read last
 * @provenBy ./isupport.spec.ts: puts so many tokens on a line
 */
const MAX_LINE_TOKENS = 13;

/**
 * Most bytes of tokens in one 005, a space before each. What is left of the line is for the names of
 * the server and the client, and for `:are supported by this server`.
 * @unit bytes
 * @against long values that make a line longer than a client may be sent
 * @provenBy ./isupport.spec.ts: puts so many bytes on a line
 */
const MAX_LINE_BYTES = 340;

const ESCAPES: Readonly<Record<string, string>> = { ' ': '\\x20', '=': '\\x3D', '\\': '\\x5C' };

/**
 * Reads the tokens of one 005: `NICKLEN=30`, `SAFELIST`, `-MONITOR`. When a key comes twice, the last
 * one counts.
 * @returns `add`: keys with unescaped values, `''` where there is none; `remove`: keys that are taken back
 */
export function parseIsupport(tokens: readonly string[]): {
  add: Map<string, string>;
  remove: string[];
} {
  const add = new Map<string, string>();
  const remove = new Set<string>();
  for (const token of tokens) {
    const [, minus, key = '', value = ''] = /^(-?)([^=]*)(?:=([^]*))?$/.exec(token) ?? [];
    if (key === '') continue;
    add.delete(key);
    remove.delete(key);
    if (minus === '-') remove.add(key);
    else add.set(key, unescape(value));
  }
  return { add, remove: [...remove] };
}

/** The tokens of each 005 that is needed: without the nickname and without the text at the end. */
export function formatIsupport(tokens: ReadonlyMap<string, string>): string[][] {
  const lines: string[][] = [];
  let bytes = 0;
  for (const [key, value] of tokens) {
    const token = value === '' ? key : `${key}=${escape(value)}`;
    const length = byteLength(token) + 1;
    const line = lines.at(-1);
    if (line && line.length < MAX_LINE_TOKENS && bytes + length <= MAX_LINE_BYTES) {
      line.push(token);
      bytes += length;
    } else {
      lines.push([token]);
      bytes = length;
    }
  }
  return lines;
}

function escape(value: string): string {
  return value.replace(/[ =\\]/g, (character) => ESCAPES[character]!);
}

/** Only what had to be escaped: another `\x41` stays as it is. */
function unescape(value: string): string {
  return value.replace(/\\x(20|3d|5c)/gi, (_, hex: string) =>
    String.fromCharCode(parseInt(hex, 16)),
  );
}
