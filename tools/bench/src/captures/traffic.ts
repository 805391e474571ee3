/** Bytes of a packet, and when it passed, in microseconds since the first one. */
export interface TrafficPacket {
  readonly micros: number;
  readonly data: Uint8Array;
}

/** Connections that are open at the same time. */
const AT_ONCE = 64;
const MAXIMUM_SEGMENT = 1448;
/** Request and answer take turns this many times in a connection. */
const TURNS = 2;
const MOST_ANSWER_SEGMENTS = 40;
/** So many segments are acknowledged at once, as a receiver does that joins them. */
const ACKNOWLEDGED_AT_ONCE = 4;
/** One in so many data segments is sent twice. */
const REPEATED_ONE_IN = 200;

const [FIN, SYN, PSH, ACK] = [0x01, 0x02, 0x08, 0x10];
/** MSS 1460, SACK permitted, window scale 7. */
const SYN_OPTIONS = [2, 4, 5, 180, 4, 2, 1, 3, 3, 7, 1, 1];
/** Two NOPs and a timestamp option, its values all alike. */
const TIMESTAMP = [1, 1, 8, 10, 0, 0, 0, 1, 0, 0, 0, 1];
const PAYLOAD = Uint8Array.from({ length: MAXIMUM_SEGMENT }, (_, index) => 97 + (index % 26));

/**
 * TCP as servers see it: thousands of connections, {@link AT_ONCE} of them mixed, each with a handshake,
 * questions and longer answers, now and then a segment twice, and a close. Always the same packets.
 */
export function* traffic(): Generator<TrafficPacket> {
  const random = randomNumbers();
  let begun = 0;
  const open = Array.from({ length: AT_ONCE }, () => connection(begun++, random));
  for (let micros = 0; ; micros += 1 + Math.floor(random() * 40)) {
    const place = Math.floor(random() * AT_ONCE);
    let next = open[place]!.next();
    if (next.done) {
      open[place] = connection(begun++, random);
      next = open[place].next();
    }
    if (!next.done) yield { micros, data: next.value };
  }
}

function* connection(number: number, random: () => number): Generator<Uint8Array> {
  const client = new End((10 << 24) | (number >>> 12), 32_768 + (number % 28_000), random);
  const server = new End((192 << 24) | (168 << 16) | 1, 8000 + (number % 5), random);
  yield client.say(server, SYN, 0, SYN_OPTIONS);
  yield server.say(client, SYN | ACK, 0, SYN_OPTIONS);
  yield client.say(server, ACK);
  for (let turn = 0; turn < TURNS; turn += 1) {
    yield client.say(server, PSH | ACK, 40 + Math.floor(random() * 400));
    yield server.say(client, ACK);
    const segments = 1 + Math.floor(random() * MOST_ANSWER_SEGMENTS);
    for (let segment = 0; segment < segments; segment += 1) {
      const data = server.say(client, PSH | ACK, MAXIMUM_SEGMENT);
      yield data;
      if (random() < 1 / REPEATED_ONE_IN) yield data;
      if (segment % ACKNOWLEDGED_AT_ONCE === 0) yield client.say(server, ACK);
    }
    yield client.say(server, ACK);
  }
  yield client.say(server, FIN | ACK);
  yield server.say(client, FIN | ACK);
  yield client.say(server, ACK);
}

/** One end of a connection. */
class End {
  readonly #address: number;
  readonly #port: number;
  #next: number;
  #ipId: number;

  constructor(address: number, port: number, random: () => number) {
    this.#address = address >>> 0;
    this.#port = port;
    this.#next = Math.floor(random() * 2 ** 32);
    this.#ipId = Math.floor(random() * 2 ** 16);
  }

  /** An Ethernet frame from here to there; SYN and FIN take a number. */
  say(there: End, flags: number, length = 0, options: readonly number[] = TIMESTAMP): Uint8Array {
    const header = 20 + options.length;
    const frame = new Uint8Array(14 + 20 + header + length);
    const view = new DataView(frame.buffer);
    view.setUint16(12, 0x0800);
    view.setUint16(14, 0x4500);
    view.setUint16(16, 20 + header + length);
    this.#ipId = (this.#ipId + 1) & 0xffff;
    view.setUint16(18, this.#ipId);
    view.setUint16(20, 0x4000);
    view.setUint16(22, 0x4006);
    view.setUint32(26, this.#address);
    view.setUint32(30, there.#address);
    view.setUint16(34, this.#port);
    view.setUint16(36, there.#port);
    view.setUint32(38, this.#next);
    view.setUint32(42, (flags & ACK) === 0 ? 0 : there.#next);
    view.setUint16(46, (header << 10) | flags);
    view.setUint16(48, 502);
    frame.set(options, 54);
    frame.set(PAYLOAD.subarray(0, length), 34 + header);
    this.#next = (this.#next + length + ((flags & (SYN | FIN)) === 0 ? 0 : 1)) >>> 0;
    return frame;
  }
}

/** Numbers from 0 to 1, the same ones each time (mulberry32). */
function randomNumbers(): () => number {
  let state = 0x9e37_79b9;
  return () => {
    state = (state + 0x6d2b_79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}
