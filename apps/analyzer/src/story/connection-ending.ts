import type { TcpConversation } from '@praktikum/capture';

/** What became of a connection by the end of the capture. */
type ConnectionEnding =
  'closed' | 'reset' | 'refused' | 'open' | 'opening' | 'closing' | 'midstream';

const OPENING: ReadonlySet<string> = new Set(['LISTEN', 'SYN-SENT', 'SYN-RECEIVED']);
const OVER: ReadonlySet<string> = new Set(['CLOSED', 'TIME-WAIT']);

/** Sums up the states of both ends in one word. */
export function connectionEnding({ lifecycle }: TcpConversation): ConnectionEnding {
  const { reset, states, closedFirst, closeUnclear, midstream } = lifecycle;
  if (reset) return reset.cause === 'refused' ? 'refused' : 'reset';
  if (closedFirst !== undefined || closeUnclear)
    return states.every((state) => OVER.has(state)) ? 'closed' : 'closing';
  if (midstream) return 'midstream';
  return states.some((state) => OPENING.has(state)) ? 'opening' : 'open';
}
