import type { Field } from './field.ts';
import { IP_FIELDS } from './ip-fields.ts';
import { PACKET_FIELDS } from './packet-fields.ts';
import { TCP_FIELDS } from './tcp-fields.ts';
import { UDP_FIELDS } from './udp-fields.ts';

const FIELDS: ReadonlyMap<string, Field> = new Map([
  ...Object.entries(PACKET_FIELDS),
  ...Object.entries(IP_FIELDS),
  ...Object.entries(UDP_FIELDS),
  ...Object.entries(TCP_FIELDS),
]);

/**
 * Names that are suggested for an unknown one.
 * @unit names
 * @against an error message that lists every field there is
 * @provenBy ../display-filter.spec.ts: suggests no more than four fields
 */
const MOST_SUGGESTIONS = 4;

/** The fields of the display filter language that are known here, by name. */
const FILTER_FIELDS: readonly string[] = [...FIELDS.keys()];

/** The field of that name. */
export function findField(name: string): Field | undefined {
  return FIELDS.get(name);
}

/** Fields whose name has the same last part, or begins alike: `tcp.sport` suggests `tcp.srcport`. */
export function similarFields(name: string): string[] {
  const last = name.slice(name.lastIndexOf('.') + 1).toLowerCase();
  const same = FILTER_FIELDS.filter((field) => field.endsWith(`.${last}`));
  const alike = FILTER_FIELDS.filter((field) => distance(field, name.toLowerCase()) <= 2);
  return [...new Set([...alike, ...same])].slice(0, MOST_SUGGESTIONS);
}

/** Letters to add, remove or change to make one word of the other (Levenshtein). */
function distance(one: string, other: string): number {
  let row = Array.from({ length: other.length + 1 }, (_, index) => index);
  for (let i = 1; i <= one.length; i += 1) {
    const next = [i];
    for (let j = 1; j <= other.length; j += 1) {
      const changed = row[j - 1]! + (one[i - 1] === other[j - 1] ? 0 : 1);
      next.push(Math.min(changed, row[j]! + 1, next[j - 1]! + 1));
    }
    row = next;
  }
  return row[other.length]!;
}
