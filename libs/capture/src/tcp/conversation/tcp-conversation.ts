import type { Endpoint } from '../../network/endpoint.ts';
import type { EndpointTable } from '../../network/endpoint-table.ts';
import { TcpFlow } from '../flow/tcp-flow.ts';
import { Lifecycle } from '../lifecycle/lifecycle.ts';
import type { TcpState } from '../lifecycle/tcp-state.ts';

/** One TCP connection of a capture. Times are nanoseconds where not said otherwise. */
export class TcpConversation {
  /** Its number as Wireshark's `tcp.stream`, from 0. */
  readonly stream: number;
  /** What each of the two ends sent; `flows[0]` is that of the smaller address. */
  readonly flows: readonly [TcpFlow, TcpFlow];
  /** Which of the ends opened the connection; without a SYN, the one with the larger port. */
  client: 0 | 1 = 0;
  readonly lifecycle: Lifecycle;

  firstFrame = 0;
  /** Whether {@link firstFrame} is a SYN. */
  beganWithSyn = false;
  firstSeconds = 0;
  firstNanoseconds = 0;
  lastFrame = 0;
  lastSeconds = 0;
  lastNanoseconds = 0;
  frames = 0;

  /** Time of the latest SYN; -1 before one. */
  synSeconds = -1;
  synNanoseconds = 0;
  /** From the SYN to the first segment that acknowledges; -1 when not captured. */
  initialRoundTrip = -1;
  /** Bytes of payload in the SYN, and whether it also had the cookie that allows them (RFC 7413). */
  synPayload = 0;
  fastOpen = false;
  /** See `Completeness`. */
  completeness = 0;
  /** Segments that take sequence numbers and were captured, and those that stood there once more at once. */
  seenOnce = 0;
  seenTwice = 0;
  /** All Multipath TCP subtypes seen. */
  multipath = 0;

  readonly #table: EndpointTable;
  readonly #entry: number;

  /** `table` and `entry` say where the addresses of the two ends are kept. */
  constructor(stream: number, table: EndpointTable, entry: number, maxUnacknowledged: number) {
    this.stream = stream;
    this.#table = table;
    this.#entry = entry;
    this.flows = [new TcpFlow(maxUnacknowledged), new TcpFlow(maxUnacknowledged)];
    this.lifecycle = new Lifecycle();
  }

  /** 4 or 6. */
  get ipVersion(): number {
    return this.#table.ipVersion(this.#entry);
  }

  /** The end of which alone segments were captured, although they acknowledge what the other one sent. */
  get heardAlone(): 0 | 1 | undefined {
    const [first, second] = this.flows;
    if (second.frames === 0 && first.sentAck) return 0;
    return first.frames === 0 && second.sentAck ? 1 : undefined;
  }

  /** States of the ends at the end of the capture, in the order of {@link flows}. */
  get lastStates(): [TcpState, TcpState] {
    const [first, second] = this.lifecycle.states;
    return [this.inHindsight(first, 0), this.inHindsight(second, 1)];
  }

  /** What a state of an end is called once all is read: who never answered is not known to have listened. */
  inHindsight(state: TcpState, end: 0 | 1): TcpState {
    const neverSeen = this.heardAlone !== undefined && this.heardAlone !== end;
    if (neverSeen && state !== 'CLOSED') return 'UNKNOWN';
    if (state !== 'LISTEN' || this.flows[end].sentSynAck || this.flows[end].sentSyn) return state;
    return this.lifecycle.refusals > 0 ? 'CLOSED' : 'UNKNOWN';
  }

  /** One of the ends, by its place in {@link flows}. */
  endpoint(direction: 0 | 1): Endpoint {
    return this.#table.endpoint(this.#entry, direction);
  }
}
