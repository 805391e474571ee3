import { ReceivedCast } from '../line/cast.ts';
import { DOWN } from '../line/down-records.ts';
import { RecordReader } from '../line/record-reader.ts';
import { ChannelRun } from './channel-run.ts';
import type { Peer } from './peer.ts';

/**
 * Brings the clients of a worker what the owner has decided. The worker knows which of its clients are in
 * which channel, so that a line to a channel comes once, without a list of names.
 */
export class Delivery {
  readonly #peers: ReadonlyMap<number, Peer>;
  readonly #members = new Map<number, Set<Peer>>();
  readonly #dirty: Peer[] = [];
  #run: ChannelRun | undefined;

  /** @param peers the clients of this worker by the numbers of their connections */
  constructor(peers: ReadonlyMap<number, Peer>) {
    this.#peers = peers;
  }

  /**
   * Delivers the records of these buffers: each client is written to once at the most, because a write is what
   * costs most, and takes many lines as well as one.
   */
  receive(buffers: readonly Uint8Array[]): void {
    for (const buffer of buffers) {
      const reader = new RecordReader(buffer);
      while (reader.hasMore) this.#read(reader);
    }
    this.#endRun();
    for (const peer of this.#dirty.splice(0)) peer.flush();
  }

  /** It has gone: it is a member of nothing any more. */
  forget(peer: Peer): void {
    for (const channel of peer.channels) this.#leave(peer, channel);
  }

  #read(reader: RecordReader): void {
    const kind = reader.byte();
    if (kind === DOWN.toChannel) return this.#toChannel(reader);
    if (kind === DOWN.toClients) return this.#toClients(reader);
    const peer = this.#peers.get(reader.number());
    // The order of what one client gets is kept; lines to a channel that it is not in can wait.
    if (kind !== DOWN.send || (peer && this.#isInRun(peer))) this.#endRun();
    switch (kind) {
      case DOWN.send: {
        const lines = reader.bytes();
        if (peer) this.#push(peer, lines);
        return;
      }
      case DOWN.join:
      case DOWN.part: {
        const channel = reader.number();
        if (peer && kind === DOWN.join) this.#join(peer, channel);
        else if (peer) this.#leave(peer, channel);
        return;
      }
      case DOWN.capabilities: {
        const bits = reader.number();
        if (peer) peer.capabilities = bits;
        return;
      }
      case DOWN.registered:
        if (peer) peer.isRegistered = true;
        return;
      case DOWN.close:
        if (peer) this.#touch(peer).closeAfterwards();
        return;
    }
  }

  #toChannel(reader: RecordReader): void {
    const [channel, except] = [reader.number(), reader.number()];
    if (this.#run?.channel !== channel) this.#endRun();
    this.#run ??= new ChannelRun(channel);
    this.#run.add(new ReceivedCast(reader), except);
  }

  #toClients(reader: RecordReader): void {
    this.#endRun();
    const peers: Peer[] = [];
    for (let left = reader.number(); left > 0; left--) {
      const peer = this.#peers.get(reader.number());
      if (peer) peers.push(peer);
    }
    const cast = new ReceivedCast(reader);
    for (const peer of peers) {
      const line = cast.for(peer.capabilities);
      if (line.length > 0) this.#push(peer, line);
    }
  }

  #isInRun(peer: Peer): boolean {
    return this.#run !== undefined && peer.channels.has(this.#run.channel);
  }

  #endRun(): void {
    const run = this.#run;
    if (run === undefined) return;
    this.#run = undefined;
    const members = this.#members.get(run.channel);
    if (members) run.deliver(members, (peer, lines) => this.#push(peer, lines));
  }

  #push(peer: Peer, lines: Buffer): void {
    this.#touch(peer).push(lines);
  }

  #touch(peer: Peer): Peer {
    if (peer.isClean) this.#dirty.push(peer);
    return peer;
  }

  #join(peer: Peer, channel: number): void {
    let members = this.#members.get(channel);
    if (members === undefined) this.#members.set(channel, (members = new Set()));
    members.add(peer);
    peer.channels.add(channel);
  }

  #leave(peer: Peer, channel: number): void {
    peer.channels.delete(channel);
    const members = this.#members.get(channel);
    if (members === undefined) return;
    members.delete(peer);
    if (members.size === 0) this.#members.delete(channel);
  }
}
