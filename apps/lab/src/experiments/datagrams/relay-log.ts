import type {
  DatagramDirection,
  DatagramNetwork,
  RelayDecision,
  RelayDelivery,
} from '@praktikum/peers';
import { decodeDatagram } from '@praktikum/protocol';

/** Its file. */
export const RELAY_LOG = 'relay.jsonl';

interface RelayEvent {
  /** Milliseconds since 1970. */
  readonly at: number;
  readonly direction: DatagramDirection;
  readonly client: number;
  /** Of this client and direction, in the order in which the relay took them. */
  readonly number: number;
  /** The number that the client has given to the datagram; null where it bears none. */
  readonly datagram: number | null;
}

/** What the relay has decided about a datagram that it took. */
export interface DecidedEvent extends RelayEvent {
  readonly event: 'decided';
  readonly bytes: number;
  readonly lost: boolean;
  readonly duplicated: boolean;
  readonly heldBack: boolean;
  readonly delayMs: number;
  /** Lost against the decision, for too many were on their way. */
  readonly overflow: boolean;
}

/** A copy that it has handed on. */
export interface DeliveredEvent extends RelayEvent {
  readonly event: 'delivered';
}

/** All that a relay of datagrams decides and does, in the order in which it happens. */
export class RelayLog {
  readonly #network: DatagramNetwork;
  readonly #events: (DecidedEvent | DeliveredEvent)[] = [];

  constructor(network: DatagramNetwork) {
    this.#network = network;
  }

  readonly decided = (decision: RelayDecision): void => {
    const { lost, duplicated, heldBack, overflow, datagram } = decision;
    const fate = { lost, duplicated, heldBack, overflow, delayMs: thousandths(decision.delayMs) };
    const bytes = datagram.length;
    this.#events.push({ event: 'decided', ...common(decision), bytes, ...fate });
  };

  readonly delivered = (delivery: RelayDelivery): void => {
    this.#events.push({ event: 'delivered', ...common(delivery) });
  };

  get events(): readonly (DecidedEvent | DeliveredEvent)[] {
    return this.#events;
  }

  /** The settings, then one event a line, as JSON. */
  toString(): string {
    const settings = { event: 'settings', ...this.#network };
    return [settings, ...this.#events].map((line) => `${JSON.stringify(line)}\n`).join('');
  }
}

function common({ direction, client, number, datagram }: RelayDelivery): RelayEvent {
  return {
    at: thousandths(performance.timeOrigin + performance.now()),
    ...{ direction, client, number },
    datagram: decodeDatagram(datagram)?.number ?? null,
  };
}

function thousandths(value: number): number {
  return Math.round(value * 1000) / 1000;
}
