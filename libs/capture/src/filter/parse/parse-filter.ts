import { compilePattern } from './compile-pattern.ts';
import { COMPARISON_WORDS } from './comparison-words.ts';
import { findField, similarFields } from '../field/fields.ts';
import { FilterError, type FilterProblem } from '../filter-error.ts';
import {
  type Comparison,
  type FieldUse,
  type FilterTree,
  isSearchable,
  type Operand,
  type Test,
} from '../filter-tree.ts';
import { readOperand } from './operand.ts';
import { type Token, tokenize } from './tokenize.ts';

/**
 * How deep parentheses and `not` may lie in one another.
 * @unit levels
 * @against a filter that is nested deeper than the stack
 * @provenBy ../display-filter.spec.ts: says what is wrong with %.40s, and where
 */
const MOST_FILTER_LEVELS = 100;

/** Of Wireshark's functions none is known here. */
const FUNCTIONS: ReadonlySet<string> = new Set(
  'upper lower len count string max min abs'.split(' '),
);

/**
 * Parses a display filter, a subset of Wireshark's language (wireshark-filter(4), 4.0).
 * @throws FilterError with the place of what is wrong
 */
export function parseFilter(filter: string): FilterTree {
  return new FilterParser(filter).parse();
}

class FilterParser {
  readonly #tokens: readonly Token[];
  readonly #end: number;
  #at = 0;
  #level = 0;

  constructor(filter: string) {
    this.#tokens = tokenize(filter);
    this.#end = filter.length;
  }

  parse(): FilterTree {
    if (this.#tokens.length === 0) throw new FilterError('empty');
    const tree = this.#or();
    const rest = this.#tokens[this.#at];
    if (rest) throw unexpected(rest);
    return tree;
  }

  #or(): FilterTree {
    let left = this.#and();
    while (this.#take('or', '||')) left = { kind: 'or', left, right: this.#and() };
    return left;
  }

  #and(): FilterTree {
    let left = this.#not();
    while (this.#take('and', '&&')) left = { kind: 'and', left, right: this.#not() };
    return left;
  }

  #not(): FilterTree {
    const token = this.#take('not', '!', '(');
    if (!token) return this.#relation();
    this.#level += 1;
    if (this.#level > MOST_FILTER_LEVELS) {
      throw new FilterError('too-deep', { position: token.position, found: token.text });
    }
    let tree: FilterTree;
    if (token.text === '(') {
      tree = this.#or();
      this.#expect(')');
    } else tree = { kind: 'not', of: this.#not() };
    this.#level -= 1;
    return tree;
  }

  #relation(): FilterTree {
    // `any` and `all` in front count for more than `===` and `any_eq`.
    const all = { any: false, all: true }[this.#take('any', 'all')?.text ?? ''];
    const use = this.#field();
    const token = this.#tokens[this.#at];
    const known = token?.kind === 'string' ? undefined : COMPARISON_WORDS.get(token?.text ?? '');
    if (token && known) {
      this.#at += 1;
      const [comparison, ofAll] = known;
      return this.#compare({ use, all: all ?? ofAll }, token, comparison);
    }
    const test = { use, all: all ?? false };
    if (this.#take('contains')) return this.#contains(test, token!);
    if (this.#take('matches', '~')) return this.#matches(test, token!);
    if (this.#take('in')) return this.#set(test, token!);
    if (token?.text === 'not' && this.#tokens[this.#at + 1]?.text === 'in') {
      this.#at += 2;
      return { kind: 'not', of: this.#set(test, token) };
    }
    if (all !== undefined) throw token ? unexpected(token) : this.#incomplete();
    return { kind: 'exists', use };
  }

  #field(): FieldUse {
    const token = this.#next();
    const { text, position } = token;
    if (token.kind !== 'word') throw unexpected(token);
    if (FUNCTIONS.has(text)) throw new FilterError('unsupported', { position, found: text });
    const field = findField(text);
    if (!field) throw unknownField(token);
    const use = { name: text, field, mask: undefined };
    const sign = this.#take('&', 'bitwise_and');
    if (!sign) return use;
    requireKind(use, sign, field.kind === 'number');
    const operand = readOperand(this.#next(), field);
    return { ...use, mask: operand.kind === 'number' ? Number(operand.number) : 0 };
  }

  #compare(test: Test, sign: Token, comparison: Comparison): FilterTree {
    const { field } = test.use;
    requireKind(test.use, sign, field.kind !== 'protocol' && field.kind !== 'mark');
    return { ...test, kind: 'compare', comparison, operand: readOperand(this.#next(), field) };
  }

  #contains(test: Test, sign: Token): FilterTree {
    const { field } = test.use;
    requireKind(test.use, sign, isSearchable(field.kind));
    const token = this.#next();
    const operand = readOperand(token, field);
    // Everything contains nothing, but not to Wireshark, where it depends on the kind of the field.
    if (!('bytes' in operand) || operand.bytes.length === 0) throw badValue(token, '"text"');
    return { ...test, kind: 'contains', bytes: operand.bytes };
  }

  #matches(test: Test, sign: Token): FilterTree {
    requireKind(test.use, sign, isSearchable(test.use.field.kind));
    const { text: found, position, content } = this.#next();
    const wrong = (problem: FilterProblem) =>
      new FilterError(problem, { position, found, suggestion: '"^GET "' });
    if (content === undefined) throw wrong('bad-value');
    try {
      const pattern = compilePattern(content);
      if (pattern) return { ...test, kind: 'matches', pattern };
    } catch {
      throw wrong('bad-value');
    }
    throw wrong('unsupported');
  }

  #set(test: Test, sign: Token): FilterTree {
    const { field, mask } = test.use;
    const comparable = field.kind !== 'protocol' && field.kind !== 'mark';
    requireKind(test.use, sign, comparable && mask === undefined);
    this.#expect('{');
    const ranges: (readonly [from: Operand, to: Operand])[] = [];
    do {
      const from = readOperand(this.#next(), field);
      ranges.push([from, this.#take('..') ? readOperand(this.#next(), field) : from]);
    } while (this.#take(','));
    this.#expect('}');
    return { ...test, kind: 'in', ranges };
  }

  #next(): Token {
    const token = this.#tokens[this.#at];
    if (!token) throw this.#incomplete();
    this.#at += 1;
    return token;
  }

  #take(...texts: readonly string[]): Token | undefined {
    const token = this.#tokens[this.#at];
    if (!token || token.kind === 'string' || !texts.includes(token.text)) return undefined;
    this.#at += 1;
    return token;
  }

  #expect(text: string): void {
    const token = this.#tokens[this.#at];
    if (!token) throw this.#incomplete(text);
    if (!this.#take(text)) throw unexpected(token, text);
  }

  #incomplete(suggestion = ''): FilterError {
    return new FilterError('incomplete', { position: this.#end, suggestion });
  }
}

function requireKind({ field, name }: FieldUse, sign: Token, fits: boolean): void {
  if (fits) return;
  const { position, text } = sign;
  const words = isSearchable(field.kind) ? ' contains "…"' : field.kind === 'mark' ? '' : ' == …';
  const suggestion = `${name}${words}`;
  throw new FilterError('bad-operator', { position, found: text, suggestion });
}

function badValue({ position, text }: Token, suggestion: string): FilterError {
  return new FilterError('bad-value', { position, found: text, suggestion });
}

function unexpected({ position, text }: Token, suggestion = ''): FilterError {
  return new FilterError('unexpected', { position, found: text, suggestion });
}

function unknownField({ position, text }: Token): FilterError {
  const suggestion = similarFields(text).join(', ');
  return new FilterError('unknown-field', { position, found: text, suggestion });
}
