import type { DatagramDirection, RelayDecision } from '@praktikum/peers';

export const DIRECTIONS = ['to-server', 'to-client'] as const satisfies DatagramDirection[];

/** What has become of the datagrams of one direction. */
export interface DirectionCounts {
  readonly taken: number;
  readonly lost: number;
  /** Lost, too, because too many were on their way. */
  readonly overflow: number;
  /** What was not lost; `duplicated`, `delayed` and `heldBack` are among these. */
  readonly passed: number;
  readonly duplicated: number;
  readonly delayed: number;
  readonly heldBack: number;
  /** Copies of those that were passed, which the system did not take. */
  readonly unsent: number;
  /** Of those that were to be passed: still on their way at the end. */
  readonly cut: number;
}

export type RelayCounts = Readonly<Record<DatagramDirection, DirectionCounts>>;

const NONE: DirectionCounts = {
  ...{ taken: 0, lost: 0, overflow: 0, passed: 0 },
  ...{ duplicated: 0, delayed: 0, heldBack: 0, unsent: 0, cut: 0 },
};

/** Counts what the relay decides. */
export class RelayTally {
  readonly #counts: Record<DatagramDirection, DirectionCounts> = {
    'to-server': NONE,
    'to-client': NONE,
  };

  decided({ direction, ...decision }: RelayDecision): void {
    const counts = this.#counts[direction];
    const isPassed = !decision.lost && !decision.overflow;
    this.#counts[direction] = {
      ...counts,
      taken: counts.taken + 1,
      lost: counts.lost + Number(decision.lost),
      overflow: counts.overflow + Number(decision.overflow),
      passed: counts.passed + Number(isPassed),
      duplicated: counts.duplicated + Number(isPassed && decision.duplicated),
      delayed: counts.delayed + Number(isPassed && decision.delayMs > 0),
      heldBack: counts.heldBack + Number(isPassed && decision.heldBack),
    };
  }

  /** A copy did not leave, against the decision. */
  unsent(direction: DatagramDirection): void {
    const counts = this.#counts[direction];
    this.#counts[direction] = { ...counts, unsent: counts.unsent + 1 };
  }

  /** @param cut what was still on its way when the relay ended */
  end(cut: Readonly<Record<DatagramDirection, number>>): RelayCounts {
    const ended = (direction: DatagramDirection) => ({
      ...this.#counts[direction],
      cut: cut[direction],
    });
    return { 'to-server': ended('to-server'), 'to-client': ended('to-client') };
  }
}
