import type { FieldValue } from './field/field.ts';
import type { FilteredPacket } from './filtered-packet.ts';
import type { Comparison, FieldUse, FilterTree, Operand } from './filter-tree.ts';

/** Whether a packet is shown. */
export type PacketFilter = (packet: FilteredPacket) => boolean;

/**
 * Makes a function of a parsed filter. A comparison is false in a packet that does not have the field,
 * `!=` too; `ip.addr != x` holds when neither address is x (Wireshark 3.6 and later).
 */
export function filterFunction(tree: FilterTree): PacketFilter {
  switch (tree.kind) {
    case 'and': {
      const [left, right] = [filterFunction(tree.left), filterFunction(tree.right)];
      return (packet) => left(packet) && right(packet);
    }
    case 'or': {
      const [left, right] = [filterFunction(tree.left), filterFunction(tree.right)];
      return (packet) => left(packet) || right(packet);
    }
    case 'not': {
      const of = filterFunction(tree.of);
      return (packet) => !of(packet);
    }
    case 'exists':
      return exists(tree.use);
    case 'compare': {
      const { comparison, operand } = tree;
      return tested(tree, (value) => TESTS[comparison](order(value, operand)));
    }
    case 'in': {
      const { ranges } = tree;
      return tested(tree, (value) =>
        ranges.some(([from, to]) => order(value, from) >= 0 && order(value, to) <= 0),
      );
    }
    case 'contains':
      return tested(tree, (value) => holds(value, tree.bytes));
    case 'matches':
      return tested(tree, (value) => tree.pattern.test(latin1(value)));
  }
}

/** A field alone asks whether it is there, also `tcp.flags.syn`; with `&` whether one of the bits is set. */
function exists(use: FieldUse): PacketFilter {
  if (use.mask === undefined) return (packet) => use.field.values(packet).length > 0;
  return (packet) => valuesOf(use, packet).some((value) => value !== 0);
}

/** Without a value nothing fits, also when all have to. */
function tested(
  { use, all }: { readonly use: FieldUse; readonly all: boolean },
  fits: (value: FieldValue) => boolean,
): PacketFilter {
  if (!all) return (packet) => valuesOf(use, packet).some(fits);
  return (packet) => {
    const values = valuesOf(use, packet);
    return values.length > 0 && values.every(fits);
  };
}

const TESTS: Readonly<Record<Comparison, (order: number) => boolean>> = {
  eq: (order) => order === 0,
  ne: (order) => order !== 0,
  lt: (order) => order < 0,
  le: (order) => order <= 0,
  gt: (order) => order > 0,
  ge: (order) => order >= 0,
};

function valuesOf({ field, mask }: FieldUse, packet: FilteredPacket): readonly FieldValue[] {
  const values = field.values(packet);
  if (mask === undefined) return values;
  return values.map((value) => (typeof value === 'number' ? (value & mask) >>> 0 : value));
}

/** Negative, 0 or positive, as the value lies before, at or behind the operand. */
function order(value: FieldValue, operand: Operand): number {
  if (value instanceof Uint8Array) return operand.kind === 'number' ? NaN : orderOf(value, operand);
  if (operand.kind !== 'number') return NaN;
  return value < operand.number ? -1 : Number(value > operand.number);
}

function orderOf(value: Uint8Array, operand: Exclude<Operand, { kind: 'number' }>): number {
  switch (operand.kind) {
    case 'address':
      return orderBits(value, operand.bytes, operand.prefix);
    case 'bytes':
      return value.length - operand.bytes.length || orderBytes(value, operand.bytes);
    case 'text':
      return orderBytes(value, operand.bytes);
  }
}

function orderBits(value: Uint8Array, other: Uint8Array, bits: number): number {
  for (let at = 0; at * 8 < bits; at += 1) {
    const mask = bits - at * 8 >= 8 ? 0xff : (0xff00 >> (bits - at * 8)) & 0xff;
    const difference = (value[at]! & mask) - (other[at]! & mask);
    if (difference !== 0) return difference;
  }
  return 0;
}

function orderBytes(value: Uint8Array, other: Uint8Array): number {
  const shared = Math.min(value.length, other.length);
  for (let at = 0; at < shared; at += 1) {
    if (value[at] !== other[at]) return value[at]! - other[at]!;
  }
  return value.length - other.length;
}

function holds(value: FieldValue, wanted: Uint8Array): boolean {
  if (!(value instanceof Uint8Array)) return false;
  const last = value.length - wanted.length;
  for (let at = 0; at <= last; at += 1) {
    let same = 0;
    while (same < wanted.length && value[at + same] === wanted[same]) same += 1;
    if (same === wanted.length) return true;
  }
  return false;
}

/** Bytes as text of the same length, so that a pattern may speak of each of them. */
function latin1(value: FieldValue): string {
  if (!(value instanceof Uint8Array)) return '';
  let text = '';
  for (const byte of value) text += String.fromCharCode(byte);
  return text;
}
