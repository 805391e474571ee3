import { describe, expect, it } from '@jest/globals';
import { exampleMessage } from '../../store/fixtures/example-message.ts';
import { RecentMessages } from './recent-messages.ts';

describe('RecentMessages', () => {
  it('tells who has written a message, in its own conversation only', () => {
    const recent = new RecentMessages();
    recent.add(exampleMessage(1));
    recent.add(exampleMessage(2, { account: 'Budi' }));
    const source = 'budi!budi@192.168.1.7';
    expect(recent.find('#kelas', 'm1')).toEqual({ source });
    expect(recent.find('#kelas', 'm2')).toEqual({ source, account: 'Budi' });
    expect(recent.find('#lain', 'm1')).toBeUndefined();
  });

  it('forgets what has been taken back', () => {
    const recent = new RecentMessages();
    recent.add(exampleMessage(1));
    expect(recent.remove('#lain', 'm1')).toBe(false);
    expect(recent.remove('#kelas', 'm1')).toBe(true);
    expect(recent.remove('#kelas', 'm1')).toBe(false);
    expect(recent.find('#kelas', 'm1')).toBeUndefined();
  });

  it('remembers the authors of the last messages, so many of them', () => {
    const recent = new RecentMessages();
    for (let n = 0; n <= 2000; n++) recent.add(exampleMessage(n));
    expect(recent.find('#kelas', 'm0')).toBeUndefined();
    expect(recent.find('#kelas', 'm1')).toBeDefined();
    expect(recent.find('#kelas', 'm2000')).toBeDefined();
  });
});
