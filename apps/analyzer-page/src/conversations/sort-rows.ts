import type { ConversationRow } from '@praktikum/capture-report';
import type { ConversationColumn } from '../texts/page-texts.ts';

/** By which column a table is sorted. */
export interface Order {
  readonly column: ConversationColumn;
  readonly descending: boolean;
}

/** Rows in another order: numbers by value, endpoints with the numbers in them by value too. */
export function sortRows(
  rows: readonly ConversationRow[],
  { column, descending }: Order,
): ConversationRow[] {
  const sign = descending ? -1 : 1;
  return rows.toSorted((one, other) => sign * compare(one[column], other[column]));
}

function compare(one: string | number, other: string | number): number {
  if (typeof one === 'number' && typeof other === 'number') return one - other;
  return String(one).localeCompare(String(other), 'en', { numeric: true });
}
