import { describe, expect, it } from '@jest/globals';
import { MAX_HISTORY_PAGE } from '../commands/talk/chathistory.ts';
import { parseHistoryRequest } from './history-request.ts';

const parse = (line: string) => parseHistoryRequest(line.split(' '), MAX_HISTORY_PAGE);

const TIME = 'timestamp=1970-01-01T00:00:01.000Z';
const LATER = 'timestamp=1970-01-01T00:00:02.000Z';

describe('parseHistoryRequest', () => {
  it.each([
    ['LATEST #kelas * 10', { kind: 'latest', limit: 10 }],
    ['latest #kelas * 10', { kind: 'latest', limit: 10 }],
    ['LATEST #kelas msgid=m1 10', { kind: 'latest', after: { msgid: 'm1' }, limit: 10 }],
    ['BEFORE #kelas msgid=m1 10', { kind: 'before', point: { msgid: 'm1' }, limit: 10 }],
    [`AFTER #kelas ${TIME} 0`, { kind: 'after', point: { time: 1000 }, limit: 0 }],
    ['AROUND #kelas msgid=m1 3', { kind: 'around', point: { msgid: 'm1' }, limit: 3 }],
    [
      `BETWEEN #kelas msgid=m2 ${TIME} 10`,
      { kind: 'between', from: { msgid: 'm2' }, to: { time: 1000 }, limit: 10 },
    ],
  ])('reads %s', (line, query) => {
    expect(parse(line)).toEqual({ kind: 'page', target: '#kelas', query });
  });

  it('reads TARGETS', () => {
    const expected = { kind: 'targets', from: 2000, to: 1000, limit: 5 };
    expect(parse(`TARGETS ${LATER} ${TIME} 5`)).toEqual(expected);
  });

  it('asks for no more than so many messages', () => {
    const query = { kind: 'latest', limit: MAX_HISTORY_PAGE };
    expect(parse('LATEST #kelas * 999999999')).toMatchObject({ query });
    expect(parse(`TARGETS ${TIME} ${LATER} 5000`)).toMatchObject({ limit: MAX_HISTORY_PAGE });
  });

  it.each([
    [''],
    ['LATEST'],
    ['LATEST #kelas'],
    ['LATEST #kelas *'],
    ['LATEST #kelas 10'],
    ['LATEST #kelas * * 10'],
    ['LATEST #kelas * -1'],
    ['LATEST #kelas * 1e3'],
    ['LATEST #kelas * ten'],
    ['LATEST #kelas * 9999999999'],
    ['LATEST  * 10'],
    ['BEFORE #kelas * 10'],
    ['BEFORE #kelas msgid=m1 msgid=m2 10'],
    ['BETWEEN #kelas msgid=m1 10'],
    ['BETWEEN #kelas msgid=m1 * 10'],
    ['BETWEEN #kelas msgid=m1 msgid=m2 msgid=m3 10'],
    [`TARGETS ${TIME} 10`],
    [`TARGETS ${TIME} msgid=m1 10`],
    [`TARGETS ${TIME} ${LATER} ${LATER} 10`],
    ['FIRST #kelas msgid=m1 10'],
  ])('refuses %j', (line) => {
    expect(parse(line)).toBeUndefined();
  });
});
