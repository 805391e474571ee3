import { CodedError } from '@praktikum/protocol/coded-error';
import { formatTags, parseTags } from './tags.ts';

/** What one line says: `@id=7 :ani!a@lab PRIVMSG #kelas :Halo semua`. */
export interface Message {
  /** Empty when the line has none; a tag without a value has the value `''`. */
  readonly tags: ReadonlyMap<string, string>;
  /** Who it comes from, without the colon: `ani!a@lab` or `irc.example.org`. */
  readonly source?: string;
  /** In capitals: `PRIVMSG`, `001`. */
  readonly command: string;
  /** The last one may hold spaces. Whether it had a colon on the wire means nothing. */
  readonly params: readonly string[];
}

/** A message to be written. */
export interface OutgoingMessage {
  /** Keys and unescaped values. Default: none. */
  readonly tags?: Iterable<readonly [string, string]>;
  /** Only servers send one. Default: none. */
  readonly source?: string;
  readonly command: string;
  /** Default: none. */
  readonly params?: readonly string[];
  /**
   * Whether the last parameter is a text: it then has a colon, needed or not, as servers write it, so that the
   * lines of one sender are equally long around their texts. Default: false.
   */
  readonly isText?: boolean;
}

/** Shared by the messages without tags: most lines have none, and a map costs more than the rest. */
const NO_TAGS: ReadonlyMap<string, string> = new Map<string, string>();

const COLON = 0x3a;
const SPACE = 0x20;

/** `<command>` of the grammar: `letter* / 3digit`. */
const COMMAND = /^(?:[A-Za-z]+|[0-9]{3})$/;

/**
 * Reads a line without its CR LF. Any number of spaces separates its parts, and any number of
 * parameters is read; tags begin at the first character or there are none; a source of no
 * characters is none.
 * @returns undefined for a line without a command
 *
 * Source: Modern IRC, section Message Format.
 */
export function parseMessage(line: string): Message | undefined {
  let at = 0;
  let tags = NO_TAGS;
  if (line.startsWith('@')) {
    at = wordEnd(line, 0);
    tags = parseTags(line.slice(1, at));
  }
  at = skipSpaces(line, at);
  let source: string | undefined;
  if (line.charCodeAt(at) === COLON) {
    const end = wordEnd(line, at);
    source = line.slice(at + 1, end) || undefined;
    at = skipSpaces(line, end);
  }
  if (at === line.length) return undefined;
  const end = wordEnd(line, at);
  const command = upperCase(line.slice(at, end));
  const params = parseParams(line, end);
  return source === undefined ? { tags, command, params } : { tags, source, command, params };
}

/** The parameters from here to the end: ` #kelas :Halo semua`. */
function parseParams(line: string, start: number): string[] {
  const params: string[] = [];
  for (let at = skipSpaces(line, start); at < line.length; at = skipSpaces(line, at)) {
    if (line.charCodeAt(at) === COLON) {
      params.push(line.slice(at + 1));
      break;
    }
    const end = wordEnd(line, at);
    params.push(line.slice(at, end));
    at = end;
  }
  return params;
}

function skipSpaces(line: string, start: number): number {
  let at = start;
  while (line.charCodeAt(at) === SPACE) at += 1;
  return at;
}

function wordEnd(line: string, start: number): number {
  const end = line.indexOf(' ', start);
  return end === -1 ? line.length : end;
}

/** Of ASCII letters only: `toUpperCase` alone would make `PING` of `pıng`, whose i has no dot. */
function upperCase(command: string): string {
  if (!/[a-z]/.test(command)) return command;
  return command.replace(/[a-z]+/g, (letters) => letters.toUpperCase());
}

/**
 * Writes a message as one line, without CR LF. The last parameter gets a colon where it needs one.
 * The length is not looked at: see `byteLength` and `cutToBytes`.
 * @throws CodedError `ERR_IRC_PARAM` for what no line can hold: a NUL, CR or LF anywhere, a space in the
 *   source, a command that is none, and a parameter before the last that is empty, begins with a colon
 *   or holds a space
 * @throws CodedError `ERR_IRC_TAG` for a tag that cannot be written, see `formatTags`
 */
export function formatMessage(message: OutgoingMessage): string {
  const { tags, source, command, params = [], isText = false } = message;
  const written = tags === undefined ? '' : formatTags(tags);
  let line = written === '' ? '' : `@${written} `;
  if (source !== undefined) {
    if (source === '' || source.includes(' ')) throw refused('source', source);
    line += `:${source} `;
  }
  if (!COMMAND.test(command)) throw refused('command', command);
  line += command;
  for (const [index, param] of params.entries()) {
    const isLast = index === params.length - 1;
    const colon = needsColon(param);
    if (colon && !isLast) throw refused('middle parameter', param);
    line += colon || (isLast && isText) ? ` :${param}` : ` ${param}`;
  }
  // Whatever was put together above, one message stays one line.
  if (/[\0\r\n]/.test(line)) throw refused('line', line);
  return line;
}

function needsColon(param: string): boolean {
  return param === '' || param.charCodeAt(0) === COLON || param.includes(' ');
}

function refused(part: string, value: string): CodedError {
  return new CodedError(
    'ERR_IRC_PARAM',
    `not to be written as a ${part}: ${JSON.stringify(value)}`,
    {
      details: { part, value },
    },
  );
}
