import { FilterError } from './filter-error.ts';

/** A word, sign or string of a filter. */
export interface Token {
  readonly kind: 'word' | 'sign' | 'string';
  /** The word or sign; of a string what stands between the quotation marks, escapes resolved. */
  readonly text: string;
  /** First character in the filter, from 0. */
  readonly position: number;
}

/** Two-character signs come first: `<=` is not `<` and `=`. */
const SIGN = /===|!==|==|!=|~=|<=|>=|&&|\|\||\.\.|[<>()!{},&~]/y;
const WORD = /[\w.:/-]+/y;
const STRING = /"(?:[^"\\]|\\.)*"/sy;
/** A range in a set: `8000..8010`. */
const RANGE = /(?<=[^.])\.\.(?=[^.])/;
const ESCAPES: Readonly<Record<string, string>> = { n: '\n', r: '\r', t: '\t', '0': '\0' };

/**
 * Cuts a filter into tokens.
 * @throws FilterError `open-string`, `unexpected`
 */
export function tokenize(filter: string): Token[] {
  const tokens: Token[] = [];
  for (let position = 0; position < filter.length;) {
    if (/\s/.test(filter[position]!)) {
      position += 1;
      continue;
    }
    const [kind, text] = nextToken(filter, position);
    if (kind === 'string') tokens.push({ kind, text: unescape(text), position });
    else if (kind === 'word') tokens.push(...words(text, position));
    else tokens.push({ kind, text, position });
    position += text.length;
  }
  return tokens;
}

function nextToken(filter: string, position: number): [Token['kind'], string] {
  if (filter[position] === '"') {
    const text = match(STRING, filter, position);
    if (text === undefined) {
      throw new FilterError('open-string', { position, found: filter.slice(position) });
    }
    return ['string', text];
  }
  const word = match(WORD, filter, position);
  if (word !== undefined) return ['word', word];
  const sign = match(SIGN, filter, position);
  if (sign !== undefined) return ['sign', sign];
  const found = filter[position]!;
  throw new FilterError('unexpected', { position, found, suggestion: found === '=' ? '==' : '' });
}

function match(pattern: RegExp, text: string, position: number): string | undefined {
  pattern.lastIndex = position;
  return pattern.exec(text)?.[0];
}

/** A word may hold a range: `8000..8010` is two words with a sign between them. */
function words(text: string, position: number): Token[] {
  const at = RANGE.exec(text)?.index;
  if (at === undefined) return [{ kind: 'word', text, position }];
  return [
    { kind: 'word', text: text.slice(0, at), position },
    { kind: 'sign', text: '..', position: position + at },
    { kind: 'word', text: text.slice(at + 2), position: position + at + 2 },
  ];
}

function unescape(quoted: string): string {
  return quoted
    .slice(1, -1)
    .replace(/\\(?:x([\da-fA-F]{2})|(.))/gs, (_, code: string | undefined, letter: string) =>
      code === undefined ? (ESCAPES[letter] ?? letter) : String.fromCharCode(parseInt(code, 16)),
    );
}
