import { describe, expect, it } from '@jest/globals';
import { formatTime, parseReference, parseTimestamp } from './message-reference.ts';

describe('parseTimestamp', () => {
  it.each([
    ['timestamp=2019-01-04T14:33:26.123Z', '2019-01-04T14:33:26.123Z'],
    ['timestamp=2019-01-04T14:33:26Z', '2019-01-04T14:33:26.000Z'],
    ['timestamp=2019-01-04T14:33:26.123456789Z', '2019-01-04T14:33:26.123Z'],
    ['timestamp=2262-01-01T00:00:00.000Z', '2262-01-01T00:00:00.000Z'],
    ['timestamp=2024-02-29T00:00:00.5Z', '2024-02-29T00:00:00.500Z'],
  ])('reads %s', (text, time) => {
    expect(formatTime(parseTimestamp(text)!)).toBe(time);
  });

  it.each([
    [''],
    ['*'],
    ['timestamp='],
    ['timestamp=*'],
    ['timestamp=not-a-timestamp'],
    ['timestamp=2019-02-31T00:00:00.000Z'],
    ['timestamp=2019-13-01T00:00:00.000Z'],
    ['timestamp=2019-01-04T25:00:00.000Z'],
    ['timestamp=2019-01-04T14:33:26.123'],
    ['timestamp=2019-01-04 14:33:26Z'],
    ['timestamp=1546612406123'],
    ['timestamp=2019-01-04T14:33:26.123Z=1'],
    ['timestamp=2019-01-04T14:33:26.123Z='],
    ['time=2019-01-04T14:33:26.123Z'],
    ['2019-01-04T14:33:26.123Z'],
  ])('refuses %j', (text) => {
    expect(parseTimestamp(text)).toBeUndefined();
  });
});

describe('parseReference', () => {
  it('reads ids, with = in them too', () => {
    expect(parseReference('msgid=mh2k-7')).toEqual({ msgid: 'mh2k-7' });
    expect(parseReference('msgid=a=b')).toEqual({ msgid: 'a=b' });
  });

  it('reads times', () => {
    expect(parseReference('timestamp=1970-01-01T00:00:01.500Z')).toEqual({ time: 1500 });
  });

  it.each([['*'], ['msgid='], ['mh2k-7'], ['timestamp=now'], ['']])('refuses %j', (text) => {
    expect(parseReference(text)).toBeUndefined();
  });
});
