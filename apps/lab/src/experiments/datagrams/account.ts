import type { DatagramDirection } from '@praktikum/peers';
import type { ClientRun } from './client-run.ts';
import type { DecidedEvent, DeliveredEvent } from './relay-log.ts';

/**
 * What became of a datagram of the client, by the log of the relay:
 * - answered: the client has a reply, and the relay handed one on;
 * - lost-there: the relay lost every copy on its way to the server;
 * - lost-back: it lost every reply;
 * - late: it handed a reply on, or still had it, when the client had given up. That is not lost;
 * - unanswered: it handed a copy to the server, and no reply came to it;
 * - unexplained: log and client disagree, or something was lost elsewhere.
 */
export type Fate = 'answered' | 'lost-there' | 'lost-back' | 'late' | 'unanswered' | 'unexplained';

/** What the relay did with the datagrams of one direction. */
export interface DirectionCounts {
  readonly taken: number;
  readonly lost: number;
  readonly duplicated: number;
  readonly heldBack: number;
  /** Copies that it handed on. */
  readonly delivered: number;
}

/** The run of a client, held against the log of the relay. */
export interface Account {
  /** Numbers of the datagrams that came to it. */
  readonly fates: Readonly<Record<Fate, readonly number[]>>;
  readonly directions: Readonly<Record<DatagramDirection, DirectionCounts>>;
  /** Whether each datagram is accounted for: sent = answered + lost + late. */
  readonly explained: boolean;
}

type Events = readonly (DecidedEvent | DeliveredEvent)[];

/** Holds what a client saw against what the relay did. */
export function accountFor(run: ClientRun, events: Events): Account {
  const byNumber = Map.groupBy(events, ({ datagram }) => datagram);
  const fates: Record<Fate, number[]> = {
    ...{
      answered: [],
      'lost-there': [],
      'lost-back': [],
      late: [],
      unanswered: [],
      unexplained: [],
    },
  };
  for (const { number, replies } of run.datagrams) {
    fates[fateOf(replies.length, byNumber.get(number) ?? [], run.endedAt)].push(number);
  }
  const lost = fates['lost-there'].length + fates['lost-back'].length + fates.late.length;
  const { sent, answered } = run.summary;
  return {
    fates,
    directions: {
      'to-server': countsOf(events, 'to-server'),
      'to-client': countsOf(events, 'to-client'),
    },
    explained: fates.unexplained.length === 0 && sent === answered + lost,
  };
}

/** @param events those of one datagram and its replies */
function fateOf(replies: number, events: Events, endedAt: number): Fate {
  const handedBack = delivered(events, 'to-client');
  if (replies > 0) return replies <= handedBack.length ? 'answered' : 'unexplained';
  const there = decided(events, 'to-server');
  if (there.length > 0 && there.every(isLost)) return 'lost-there';
  const back = decided(events, 'to-client');
  if (back.length > 0 && back.every(isLost)) return 'lost-back';
  // What passed and was not handed on was still on its way when the relay ended.
  const tooLate = (copies: readonly DeliveredEvent[]) => copies.every(({ at }) => at >= endedAt);
  const isLate = back.length > 0 ? tooLate(handedBack) : tooLate(delivered(events, 'to-server'));
  if (there.length > 0 && isLate) return 'late';
  const isHanded = delivered(events, 'to-server').length > 0;
  return isHanded && back.length === 0 ? 'unanswered' : 'unexplained';
}

function countsOf(events: Events, direction: DatagramDirection): DirectionCounts {
  const all = decided(events, direction);
  return {
    taken: all.length,
    lost: all.filter(isLost).length,
    duplicated: all.filter(({ duplicated, overflow }) => duplicated && !overflow).length,
    heldBack: all.filter(({ heldBack, overflow }) => heldBack && !overflow).length,
    delivered: delivered(events, direction).length,
  };
}

const isLost = ({ lost, overflow }: DecidedEvent) => lost || overflow;

function decided(events: Events, direction: DatagramDirection): DecidedEvent[] {
  return events.filter(
    (event): event is DecidedEvent => event.event === 'decided' && event.direction === direction,
  );
}

function delivered(events: Events, direction: DatagramDirection): DeliveredEvent[] {
  return events.filter(
    (event): event is DeliveredEvent =>
      event.event === 'delivered' && event.direction === direction,
  );
}
