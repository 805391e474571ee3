import type { ReceivedCast } from '../line/cast.ts';
import type { Peer } from './peer.ts';

/**
 * Lines to the members of one channel that follow each other. Members with the same capabilities get the very
 * same bytes, joined once, in one write.
 */
export class ChannelRun {
  readonly channel: number;
  readonly #casts: { readonly cast: ReceivedCast; readonly except: number }[] = [];
  readonly #excepted = new Set<number>();
  #relevant = 0;

  constructor(channel: number) {
    this.channel = channel;
  }

  /** @param except a client that does not get it, or 0 */
  add(cast: ReceivedCast, except: number): void {
    this.#casts.push({ cast, except });
    this.#relevant |= cast.relevant;
    if (except !== 0) this.#excepted.add(except);
  }

  /** @param push gets for each member what is not empty */
  deliver(members: Iterable<Peer>, push: (peer: Peer, lines: Buffer) => void): void {
    const shared = new Map<number, Buffer>();
    for (const peer of members) {
      const key = peer.capabilities & this.#relevant;
      let lines: Buffer | undefined;
      if (this.#excepted.has(peer.id)) lines = this.#join(key, peer.id);
      else {
        lines = shared.get(key);
        if (lines === undefined) shared.set(key, (lines = this.#join(key, 0)));
      }
      if (lines.length > 0) push(peer, lines);
    }
  }

  #join(capabilities: number, reader: number): Buffer {
    const lines: Buffer[] = [];
    for (const { cast, except } of this.#casts) {
      if (reader === 0 || except !== reader) lines.push(cast.for(capabilities));
    }
    return lines.length === 1 ? lines[0]! : Buffer.concat(lines);
  }
}
