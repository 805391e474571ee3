import type { HistoryPoint, HistoryQuery } from '../../store/history-query.ts';
import { parseReference, parseTimestamp } from './message-reference.ts';

/** What CHATHISTORY asks for. */
export type HistoryRequest =
  | { readonly kind: 'page'; readonly target: string; readonly query: HistoryQuery }
  | {
      readonly kind: 'targets';
      readonly from: number;
      readonly to: number;
      readonly limit: number;
    };

/**
 * The parameters of CHATHISTORY: `LATEST #kelas * 50`, `TARGETS timestamp=… timestamp=… 20`.
 * @param most messages, whatever is asked for
 * @returns undefined for what the grammar of IRCv3 draft/chathistory does not have
 */
export function parseHistoryRequest(
  params: readonly string[],
  most: number,
): HistoryRequest | undefined {
  const [subcommand = '', ...rest] = params;
  const limit = parseLimit(rest.pop() ?? '', most);
  if (limit === undefined) return undefined;
  if (subcommand.toUpperCase() === 'TARGETS') return parseTargets(rest, limit);
  const [target = '', ...points] = rest;
  const query = target === '' ? undefined : parseQuery(subcommand.toUpperCase(), points, limit);
  return query && { kind: 'page', target, query };
}

function parseLimit(text: string, most: number): number | undefined {
  return /^\d{1,9}$/.test(text) ? Math.min(Number(text), most) : undefined;
}

function parseTargets(bounds: readonly string[], limit: number): HistoryRequest | undefined {
  const [from, to] = bounds.map(parseTimestamp);
  if (bounds.length !== 2 || from === undefined || to === undefined) return undefined;
  return { kind: 'targets', from, to, limit };
}

function parseQuery(
  subcommand: string,
  references: readonly string[],
  limit: number,
): HistoryQuery | undefined {
  if (subcommand === 'LATEST' && references.length === 1 && references[0] === '*') {
    return { kind: 'latest', limit };
  }
  const points = references.map(parseReference);
  const [first, second] = points;
  if (first === undefined || points.length !== (subcommand === 'BETWEEN' ? 2 : 1)) return undefined;
  if (subcommand === 'BETWEEN') {
    return second && { kind: 'between', from: first, to: second, limit };
  }
  return fromPoint(subcommand, first, limit);
}

function fromPoint(
  subcommand: string,
  point: HistoryPoint,
  limit: number,
): HistoryQuery | undefined {
  switch (subcommand) {
    case 'LATEST':
      return { kind: 'latest', after: point, limit };
    case 'BEFORE':
      return { kind: 'before', point, limit };
    case 'AFTER':
      return { kind: 'after', point, limit };
    case 'AROUND':
      return { kind: 'around', point, limit };
    default:
      return undefined;
  }
}
