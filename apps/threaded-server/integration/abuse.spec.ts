import { describe } from '@jest/globals';
import { startServer } from '@praktikum/peers';
import { describeAbuse, describeReuseport, ECHO, REPLY } from '@praktikum/testing';

describe('reply', () => {
  describeAbuse({ serves: 'all', dialogue: REPLY, start: () => startServer('threaded-server') });
});

describe('echo', () => {
  describeAbuse({
    serves: 'all',
    dialogue: ECHO,
    start: () => startServer('threaded-server', ['--mode', 'echo', '--workers', '3']),
  });
});

describeReuseport('echo, each worker accepting by itself', () => {
  describeAbuse({
    serves: 'all',
    dialogue: ECHO,
    start: () =>
      startServer('threaded-server', ['--mode', 'echo', '--workers', '3', '--accept', 'reuseport']),
  });
});
