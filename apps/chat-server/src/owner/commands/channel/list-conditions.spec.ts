import { describe, expect, it } from '@jest/globals';
import { parseListConditions, type ListedChannel } from './list-conditions.ts';

const NOW = Date.parse('2026-12-01T02:30:00Z');
const minutesAgo = (minutes: number) => NOW - minutes * 60_000;

const CHANNELS: readonly ListedChannel[] = [
  {
    key: '#chan1',
    createdAt: minutesAgo(3),
    topic: { text: 'Bab 1', by: 'ani', at: minutesAgo(3) / 1000 },
    members: { size: 1 },
  },
  {
    key: '#chan2',
    createdAt: minutesAgo(1),
    topic: { text: 'Bab 2', by: 'ani', at: minutesAgo(1) / 1000 },
    members: { size: 2 },
  },
  { key: '#lab', createdAt: minutesAgo(90), topic: undefined, members: { size: 30 } },
];

describe('parseListConditions', () => {
  it.each([
    [[], ['#chan1', '#chan2', '#lab']],
    [['#chan1'], ['#chan1']],
    [
      ['#chan1', '#lab'],
      ['#chan1', '#lab'],
    ],
    [['#nonexistent'], []],
    [['*an1'], ['#chan1']],
    [['#c*n2'], ['#chan2']],
    [['!*an1'], ['#chan2', '#lab']],
    [['!#ch*'], ['#lab']],
    [['!#ch*', '!#l*'], []],
    [['>0'], ['#chan1', '#chan2', '#lab']],
    [['<1'], []],
    [['>1'], ['#chan2', '#lab']],
    [['<2'], ['#chan1']],
    [['>1', '<30'], ['#chan2']],
    [['#c*', '>1'], ['#chan2']],
    [['C>2'], ['#chan1', '#lab']],
    [['c<2'], ['#chan2']],
    [['C<0'], []],
    [
      ['C>0', 'C<10'],
      ['#chan1', '#chan2'],
    ],
    [['T>2'], ['#chan1']],
    [['T<2'], ['#chan2']],
    [['T<0'], []],
    [['T>0'], ['#chan1', '#chan2']],
    [['t<10'], ['#chan1', '#chan2']],
    [['>x'], []],
    [['C>-1'], []],
    [['<99999999999999999999'], ['#chan1', '#chan2', '#lab']],
  ])('finds by %j', (conditions, keys) => {
    const fits = parseListConditions(conditions, NOW);
    expect(CHANNELS.filter(fits).map(({ key }) => key)).toEqual(keys);
  });
});
