/** Where a message stands in its conversation. */
export interface Position {
  readonly time: number;
  /** The order of arrival, from 1. */
  readonly row: number;
}

/** The messages between two positions, both exclusive: the first `limit` from one end. */
export interface HistoryRange {
  readonly after: Position;
  readonly before: Position;
  readonly from: 'start' | 'end';
  readonly limit: number;
}

/** Before every message, and after every message. */
export const START: Position = { time: -Infinity, row: 0 };
export const END: Position = { time: Infinity, row: 0 };

/** Ascending. */
export function comparePositions(a: Position, b: Position): number {
  return a.time === b.time ? a.row - b.row : a.time - b.time;
}
