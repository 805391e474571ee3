import type { HistoryPoint, HistoryQuery } from './history-query.ts';
import { comparePositions, END, START, type HistoryRange, type Position } from './history-range.ts';

/**
 * The ranges whose messages, one after the other, answer the query.
 * @param locate where the message with this id stands; throws for one that is not there
 */
export function resolveQuery(
  query: HistoryQuery,
  locate: (msgid: string) => Position,
): HistoryRange[] {
  const { limit } = query;
  switch (query.kind) {
    case 'latest': {
      const after = query.after ? edges(query.after, locate).last : START;
      return [{ after, before: END, from: 'end', limit }];
    }
    case 'before': {
      const { first } = edges(query.point, locate);
      return [{ after: START, before: first, from: 'end', limit }];
    }
    case 'after': {
      const { last } = edges(query.point, locate);
      return [{ after: last, before: END, from: 'start', limit }];
    }
    case 'around': {
      const { first } = edges(query.point, locate);
      const half = Math.floor(limit / 2);
      // Rows are whole numbers: what is after `row - 1` begins with the row itself.
      const justBefore = { time: first.time, row: first.row - 1 };
      return [
        { after: START, before: first, from: 'end', limit: half },
        { after: justBefore, before: END, from: 'start', limit: limit - half },
      ];
    }
    case 'between':
      return [between(edges(query.from, locate), edges(query.to, locate), limit)];
  }
}

/** The first and the last position that a point covers: all rows of a time, or one message. */
interface Edges {
  readonly first: Position;
  readonly last: Position;
}

function edges(point: HistoryPoint, locate: (msgid: string) => Position): Edges {
  if ('msgid' in point) {
    const position = locate(point.msgid);
    return { first: position, last: position };
  }
  const { time } = point;
  return { first: { time, row: 0 }, last: { time, row: Number.MAX_SAFE_INTEGER } };
}

function between(from: Edges, to: Edges, limit: number): HistoryRange {
  return comparePositions(from.first, to.first) <= 0
    ? { after: from.last, before: to.first, from: 'start', limit }
    : { after: to.last, before: from.first, from: 'end', limit };
}
