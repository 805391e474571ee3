import { FilterError } from '../filter-error.ts';
import { binaryString } from './string-bytes.ts';

/** A word, sign or string of a filter. */
export interface Token {
  readonly kind: 'word' | 'sign' | 'string';
  /** As it is written. */
  readonly text: string;
  /** First character in the filter, from 0. */
  readonly position: number;
  /** Of a string, what stands between the quotation marks, a character each byte. */
  readonly content?: string;
}

/** Two-character signs come first: `<=` is not `<` and `=`. */
const SIGN = /===|!==|==|!=|~=|<=|>=|&&|\|\||\.\.|[<>()!{},&~]/y;
/** A word ends where a range begins: `8000..8010`. */
const WORD = /(?:[\w:/-]|\.(?!\.))+/y;
const STRING = /[rR]?"(?:[^"\\]|\\.)*"/sy;
const OPEN_STRING = /[rR]?"/y;
/** Signs of Wireshark's language that are not known here: slices, layers, references, arithmetic. */
const UNSUPPORTED = /[[\]#$'+*%]/;

/**
 * How many words, signs and strings a filter may have.
 * @unit tokens
 * @against a filter whose parts hang together deeper than the stack: `tcp or tcp or …`
 * @provenBy ../display-filter.spec.ts: says what is wrong with %.40s, and where
 */
const MOST_FILTER_TOKENS = 2000;

/**
 * Cuts a filter into tokens.
 * @throws FilterError `open-string`, `bad-escape`, `unsupported`, `unexpected`, `too-long`
 */
export function tokenize(filter: string): Token[] {
  const tokens: Token[] = [];
  for (let position = 0; position < filter.length;) {
    if (/\s/.test(filter[position]!)) {
      position += 1;
      continue;
    }
    const token = nextToken(filter, position);
    if (tokens.length >= MOST_FILTER_TOKENS) {
      throw new FilterError('too-long', { position, found: token.text });
    }
    tokens.push(token);
    position += token.text.length;
  }
  return tokens;
}

function nextToken(filter: string, position: number): Token {
  const string = match(STRING, filter, position);
  if (string !== undefined) {
    return { kind: 'string', text: string, position, content: binaryString(string, position) };
  }
  if (match(OPEN_STRING, filter, position) !== undefined) {
    throw new FilterError('open-string', { position, found: filter.slice(position) });
  }
  const word = match(WORD, filter, position);
  if (word !== undefined) return { kind: 'word', text: word, position };
  const sign = match(SIGN, filter, position);
  if (sign !== undefined) return { kind: 'sign', text: sign, position };
  const found = filter[position]!;
  const problem = UNSUPPORTED.test(found) ? 'unsupported' : 'unexpected';
  throw new FilterError(problem, { position, found, suggestion: found === '=' ? '==' : '' });
}

function match(pattern: RegExp, text: string, position: number): string | undefined {
  pattern.lastIndex = position;
  return pattern.exec(text)?.[0];
}
