import type { Field, FieldKind } from './field/field.ts';

/** How a value is compared. */
export type Comparison = 'eq' | 'ne' | 'lt' | 'le' | 'gt' | 'ge';

/** What a field is compared with. */
export type Operand =
  | { readonly kind: 'number'; readonly number: number | bigint }
  /** An address, or a network: only the first `prefix` bits count. */
  | { readonly kind: 'address'; readonly bytes: Uint8Array; readonly prefix: number }
  /** Ordered by their length first, then by the first byte that differs. */
  | { readonly kind: 'bytes'; readonly bytes: Uint8Array }
  /** Ordered as in a dictionary. */
  | { readonly kind: 'text'; readonly bytes: Uint8Array };

/** A field, of a number perhaps only some bits: `tcp.flags & 0x02`. */
export interface FieldUse {
  readonly name: string;
  readonly field: Field;
  readonly mask: number | undefined;
}

/** What is tested; of several values of a field all have to fit, or one. */
export interface Test {
  readonly use: FieldUse;
  readonly all: boolean;
}

/** A parsed display filter. */
export type FilterTree =
  | { readonly kind: 'and' | 'or'; readonly left: FilterTree; readonly right: FilterTree }
  | { readonly kind: 'not'; readonly of: FilterTree }
  | { readonly kind: 'exists'; readonly use: FieldUse }
  | (Test & {
      readonly kind: 'compare';
      readonly comparison: Comparison;
      readonly operand: Operand;
    })
  | (Test & {
      readonly kind: 'in';
      readonly ranges: readonly (readonly [from: Operand, to: Operand])[];
    })
  | (Test & { readonly kind: 'contains'; readonly bytes: Uint8Array })
  | (Test & { readonly kind: 'matches'; readonly pattern: RegExp });

/** Kinds whose values are bytes that may be searched. */
export function isSearchable(kind: FieldKind): boolean {
  return kind === 'bytes' || kind === 'text' || kind === 'protocol';
}
