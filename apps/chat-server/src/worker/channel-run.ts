import type { ReceivedCast } from '../line/cast.ts';
import type { Peer } from './peer.ts';

/** The lines of a run for one kind of reader. */
interface JoinedLines {
  readonly bytes: Buffer;
  /** Where each of them ends. */
  readonly ends: readonly number[];
}

/**
 * Lines to the members of one channel that follow each other. Members with the same capabilities get the very
 * same bytes, joined once, in one write; who has said some of them gets what is left of those.
 */
export class ChannelRun {
  readonly channel: number;
  readonly #casts: ReceivedCast[] = [];
  /** Clients that do not get all of it: the places of the lines they do not get. */
  readonly #exceptions = new Map<number, number[]>();
  #relevant = 0;

  constructor(channel: number) {
    this.channel = channel;
  }

  /** @param except a client that does not get it, or 0 */
  add(cast: ReceivedCast, except: number): void {
    const place = this.#casts.push(cast) - 1;
    this.#relevant |= cast.relevant;
    if (except === 0) return;
    const places = this.#exceptions.get(except);
    if (places === undefined) this.#exceptions.set(except, [place]);
    else places.push(place);
  }

  /** @param push gets for each member what is not empty */
  deliver(members: Iterable<Peer>, push: (peer: Peer, lines: Buffer) => void): void {
    const byCapabilities = new Map<number, JoinedLines>();
    for (const peer of members) {
      const key = peer.capabilities & this.#relevant;
      let joined = byCapabilities.get(key);
      if (joined === undefined) byCapabilities.set(key, (joined = this.#join(key)));
      const exceptions = this.#exceptions.get(peer.id);
      const lines = exceptions === undefined ? joined.bytes : without(joined, exceptions);
      if (lines.length > 0) push(peer, lines);
    }
  }

  #join(capabilities: number): JoinedLines {
    const lines = this.#casts.map((cast) => cast.for(capabilities));
    let end = 0;
    const ends = lines.map(({ length }) => (end += length));
    return { bytes: lines.length === 1 ? lines[0]! : Buffer.concat(lines, end), ends };
  }
}

/** @param places of the lines that are left out, ascending */
function without({ bytes, ends }: JoinedLines, places: readonly number[]): Buffer {
  const kept: Buffer[] = [];
  let at = 0;
  for (const place of places) {
    kept.push(bytes.subarray(at, ends[place - 1] ?? 0));
    at = ends[place]!;
  }
  kept.push(bytes.subarray(at));
  return Buffer.concat(kept);
}
