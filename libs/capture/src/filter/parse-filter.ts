import type { Field } from './field/field.ts';
import { findField, similarFields } from './field/fields.ts';
import { FilterError } from './filter-error.ts';
import { type Comparison, type FieldUse, type FilterTree, isSearchable } from './filter-tree.ts';
import { readOperand } from './operand.ts';
import { type Token, tokenize } from './tokenize.ts';

/**
 * How deep parentheses and `not` may lie in one another.
 * @unit levels
 * @protects a filter that is nested deeper than the stack
 * @provenBy ./display-filter.spec.ts: says what is wrong with %s, and where
 */
export const MOST_FILTER_LEVELS = 100;

const COMPARISONS: Readonly<Record<string, Comparison>> = {
  '==': 'eq',
  eq: 'eq',
  any_eq: 'eq',
  '===': 'all-eq',
  all_eq: 'all-eq',
  '!=': 'ne',
  ne: 'ne',
  all_ne: 'ne',
  '!==': 'any-ne',
  '~=': 'any-ne',
  any_ne: 'any-ne',
  '<': 'lt',
  lt: 'lt',
  '<=': 'le',
  le: 'le',
  '>': 'gt',
  gt: 'gt',
  '>=': 'ge',
  ge: 'ge',
};

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
    const use = this.#field();
    const token = this.#tokens[this.#at];
    const comparison = token?.kind === 'string' ? undefined : COMPARISONS[token?.text ?? ''];
    if (token && comparison) return this.#compare(use, token, comparison);
    if (this.#take('contains')) return this.#contains(use, token!);
    if (this.#take('matches', '~')) return this.#matches(use, token!);
    if (this.#take('in')) return this.#set(use);
    const after = this.#tokens[this.#at + 1];
    if (token?.text === 'not' && after?.text === 'in') {
      this.#at += 2;
      return { kind: 'not', of: this.#set(use) };
    }
    return { kind: 'exists', use };
  }

  #field(): FieldUse {
    const token = this.#next();
    if (token.kind !== 'word') throw unexpected(token);
    const field = findField(token.text);
    if (!field) throw unknownField(token);
    const use = { name: token.text, field, mask: undefined };
    const sign = this.#take('&');
    if (!sign) return use;
    requireKind(use, sign, field.kind === 'number');
    const operand = readOperand(this.#next(), 'number');
    return { ...use, mask: operand.kind === 'number' ? operand.number : 0 };
  }

  #compare(use: FieldUse, sign: Token, comparison: Comparison): FilterTree {
    this.#at += 1;
    requireKind(use, sign, use.field.kind !== 'protocol');
    const operand = readOperand(this.#next(), use.field.kind);
    return { kind: 'compare', use, comparison, operand };
  }

  #contains(use: FieldUse, sign: Token): FilterTree {
    requireKind(use, sign, isSearchable(use.field.kind));
    const operand = readOperand(this.#next(), use.field.kind);
    return { kind: 'contains', use, bytes: operand.kind === 'bytes' ? operand.bytes : EMPTY };
  }

  #matches(use: FieldUse, sign: Token): FilterTree {
    requireKind(use, sign, isSearchable(use.field.kind));
    const { text, position } = this.#next();
    try {
      return { kind: 'matches', use, pattern: new RegExp(text, 'is') };
    } catch {
      throw new FilterError('bad-value', { position, found: text, suggestion: '"^GET "' });
    }
  }

  #set(use: FieldUse): FilterTree {
    this.#expect('{');
    const { kind } = use.field;
    const ranges: (readonly [ReturnType<typeof readOperand>, ReturnType<typeof readOperand>])[] =
      [];
    do {
      const from = readOperand(this.#next(), kind);
      const to = this.#take('..') ? readOperand(this.#next(), kind) : from;
      ranges.push([from, to]);
    } while (this.#take(','));
    this.#expect('}');
    return { kind: 'in', use, ranges };
  }

  #next(): Token {
    const token = this.#tokens[this.#at];
    if (!token) throw new FilterError('incomplete', { position: this.#end });
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
    if (!token) throw new FilterError('incomplete', { position: this.#end, suggestion: text });
    if (!this.#take(text)) throw unexpected(token, text);
  }
}

const EMPTY = new Uint8Array(0);

function requireKind({ field, name }: { field: Field; name: string }, sign: Token, fits: boolean) {
  if (fits) return;
  const { position, text } = sign;
  const suggestion = isSearchable(field.kind) ? `${name} contains "…"` : `${name} == …`;
  throw new FilterError('bad-operator', { position, found: text, suggestion });
}

function unexpected({ position, text }: Token, suggestion = ''): FilterError {
  return new FilterError('unexpected', { position, found: text, suggestion });
}

function unknownField({ position, text }: Token): FilterError {
  const suggestion = similarFields(text).join(', ');
  return new FilterError('unknown-field', { position, found: text, suggestion });
}
