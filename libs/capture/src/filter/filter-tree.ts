import type { Field, FieldKind } from './field/field.ts';

/** How a field is compared. `all-…` holds when all values of the field fit, the others when one does. */
export type Comparison = 'eq' | 'all-eq' | 'ne' | 'any-ne' | 'lt' | 'le' | 'gt' | 'ge';

/** What a field is compared with. */
export type Operand =
  | { readonly kind: 'number'; readonly number: number }
  /** An address, or a network: only the first `prefix` bits count. */
  | { readonly kind: 'address'; readonly bytes: Uint8Array; readonly prefix: number }
  | { readonly kind: 'bytes'; readonly bytes: Uint8Array };

/** A field, of a number perhaps only some bits: `tcp.flags & 0x02`. */
export interface FieldUse {
  readonly name: string;
  readonly field: Field;
  readonly mask: number | undefined;
}

/** A parsed display filter. */
export type FilterTree =
  | { readonly kind: 'and' | 'or'; readonly left: FilterTree; readonly right: FilterTree }
  | { readonly kind: 'not'; readonly of: FilterTree }
  | { readonly kind: 'exists'; readonly use: FieldUse }
  | {
      readonly kind: 'compare';
      readonly use: FieldUse;
      readonly comparison: Comparison;
      readonly operand: Operand;
    }
  | {
      readonly kind: 'in';
      readonly use: FieldUse;
      readonly ranges: readonly (readonly [from: Operand, to: Operand])[];
    }
  | { readonly kind: 'contains'; readonly use: FieldUse; readonly bytes: Uint8Array }
  | { readonly kind: 'matches'; readonly use: FieldUse; readonly pattern: RegExp };

/** Kinds whose values are bytes that may be searched. */
export function isSearchable(kind: FieldKind): boolean {
  return kind === 'bytes' || kind === 'protocol';
}
