import { describe, expect, it } from '@jest/globals';
import { CHAT_PEERS } from '../peers/peers.ts';
import { chatCases } from './cases.ts';
import { CHAT_RATIOS } from './ratios.ts';

const KNOWN = CHAT_PEERS.map(({ name }) => name);

describe('CHAT_RATIOS', () => {
  it.each(CHAT_RATIOS.map((ratio) => [ratio.what, ratio] as const))(
    '%s: both servers take part in the case',
    (_what, { of, to }) => {
      const found = chatCases(1).find(({ name }) => name === of.case);
      expect(to?.case).toBe(of.case);
      expect(KNOWN).toEqual(expect.arrayContaining([of.peer, to?.peer]));
      expect(found?.peers).toEqual(expect.arrayContaining([of.peer, to?.peer]));
    },
  );
});

describe('chatCases', () => {
  it('says how many messages and users are its share', () => {
    const [fanOut, idle] = [chatCases(0.1).at(0)!, chatCases(0.1).at(-1)!];
    expect(fanOut.what).toContain('100 members of a channel, 100 messages');
    expect(idle.what).toContain('of 200 in 20 channels');
  });
});
