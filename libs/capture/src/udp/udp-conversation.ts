import type { Frame } from '../frame/frame.ts';
import type { Endpoint } from '../network/endpoint.ts';

/** A question that waits for its answer. */
export interface UdpQuestion {
  readonly frame: number;
  /** Identification in its payload; -1 where the protocol has none known here. */
  readonly key: number;
  readonly seconds: number;
  readonly nanoseconds: number;
}

/** The datagrams between two endpoints. UDP knows no connection: who speaks first is called client. */
export class UdpConversation {
  /** Its number as Wireshark's `udp.stream`, from 0. */
  readonly stream: number;
  readonly client: Endpoint;
  readonly server: Endpoint;
  /** Whether the client's endpoint is the larger one of the pair. */
  readonly clientIsLarger: boolean;

  questions = 0;
  answers = 0;
  /** Answers whose question was captured. */
  paired = 0;
  /** Payload in bytes, by who sent it. */
  clientBytes = 0;
  serverBytes = 0;

  readonly #mostWaiting: number;
  readonly #waiting: UdpQuestion[] = [];

  constructor(
    stream: number,
    client: Endpoint,
    server: Endpoint,
    clientIsLarger: boolean,
    mostWaiting: number,
  ) {
    this.stream = stream;
    this.client = client;
    this.server = server;
    this.clientIsLarger = clientIsLarger;
    this.#mostWaiting = mostWaiting;
  }

  /** Questions without an answer so far. */
  get unanswered(): number {
    return this.questions - this.paired;
  }

  count(frame: Frame, fromClient: boolean): void {
    if (fromClient) {
      this.questions += 1;
      this.clientBytes += frame.payloadLength;
    } else {
      this.answers += 1;
      this.serverBytes += frame.payloadLength;
    }
  }

  /** Remembers a question; of too many the oldest is forgotten. */
  ask(question: UdpQuestion): void {
    this.#waiting.push(question);
    if (this.#waiting.length > this.#mostWaiting) this.#waiting.shift();
  }

  /** The question an answer belongs to: the one with its identification, or the oldest that waits. */
  answer(key: number): UdpQuestion | undefined {
    const place = key < 0 ? 0 : this.#waiting.findIndex((question) => question.key === key);
    if (place < 0) return undefined;
    const [question] = this.#waiting.splice(place, 1);
    if (question) this.paired += 1;
    return question;
  }
}
