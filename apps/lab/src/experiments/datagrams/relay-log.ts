import type {
  DatagramDirection,
  DatagramNetwork,
  RelayDecision,
  RelayDelivery,
} from '@praktikum/peers';
import { decodeDatagram } from '@praktikum/protocol';

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

  readonly decided = ({ datagram, atMs, ...decision }: RelayDecision): void => {
    const event = { event: 'decided', ...common(datagram), ...decision } as const;
    this.#events.push({ ...event, delayMs: thousandths(decision.delayMs), bytes: datagram.length });
  };

  readonly delivered = ({ datagram, atMs, ...delivery }: RelayDelivery): void => {
    this.#events.push({ event: 'delivered', ...common(datagram), ...delivery });
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

function common(datagram: Buffer) {
  return {
    at: thousandths(performance.timeOrigin + performance.now()),
    datagram: decodeDatagram(datagram)?.number ?? null,
  };
}

function thousandths(value: number): number {
  return Math.round(value * 1000) / 1000;
}
