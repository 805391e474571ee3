import { afterEach, describe, expect, it } from '@jest/globals';
import { Peer } from './peer.ts';
import { Watchdog } from './watchdog.ts';

const transport = { queued: 0, write: () => undefined, close: () => undefined };
let watchdog: Watchdog;
afterEach(() => watchdog.stop());

/** One client, and what was done with it until a time: `ping`, or the reason for which it was given up. */
function watched(isRegistered: boolean) {
  const peer = new Peer(1, transport, 0);
  peer.isRegistered = isRegistered;
  const done: string[] = [];
  const peers = new Map([[1, peer]]);
  watchdog = new Watchdog(peers, {
    ping: () => done.push('ping'),
    giveUp: (one, reason) => {
      peers.delete(one.id);
      done.push(reason);
    },
  });
  let now = 0;
  const lookUntil = (end: number) => {
    for (; now <= end; now += 1000) watchdog.look(now);
    return done;
  };
  return { peer, lookUntil };
}

describe('Watchdog', () => {
  it('asks a silent client, and gives it up when nothing comes', () => {
    const { lookUntil } = watched(true);
    expect(lookUntil(44_000)).toEqual([]);
    expect(lookUntil(89_000)).toEqual(['ping']);
    expect(lookUntil(200_000)).toEqual(['ping', 'Ping timeout: 45 seconds']);
  });

  it('is content with any sign of life', () => {
    const { peer, lookUntil } = watched(true);
    lookUntil(60_000);
    peer.heard(60_000);
    expect(lookUntil(104_000)).toEqual(['ping']);
    expect(lookUntil(106_000)).toEqual(['ping', 'ping']);
  });

  it('gives up who does not register in time', () => {
    const { peer, lookUntil } = watched(false);
    peer.heard(59_000); // to say something is not enough
    expect(lookUntil(59_000)).toEqual([]);
    expect(lookUntil(70_000)).toEqual(['Registration timed out']);
  });
});
