import { describe, expect, it } from '@jest/globals';
import { ReceivedCast, writeCast, type Cast } from './cast.ts';
import { CAPABILITY } from './capability.ts';
import { RecordReader } from './record-reader.ts';
import { RecordWriter } from './record-writer.ts';

const TIME = CAPABILITY['server-time'];
const TAGS = CAPABILITY['message-tags'];
const EXTENDED = CAPABILITY['extended-join'];

function received(cast: Cast): ReceivedCast {
  const writer = new RecordWriter();
  writeCast(writer, cast);
  return new ReceivedCast(new RecordReader(writer.take()));
}

describe('ReceivedCast', () => {
  const cast = received({
    tags: [
      { capability: TIME, tag: 'time=t' },
      { capability: TAGS, tag: 'msgid=1' },
      { capability: TAGS, tag: '+x=y' },
    ],
    forms: [
      { needs: EXTENDED, lacks: 0, line: ':a JOIN #k akun :Nama' },
      { needs: 0, lacks: 0, line: ':a JOIN #k' },
    ],
  });

  it.each([
    ['no capability', 0, ':a JOIN #k\r\n'],
    ['one that brings a tag', TIME, '@time=t :a JOIN #k\r\n'],
    ['one that brings two', TAGS, '@msgid=1;+x=y :a JOIN #k\r\n'],
    ['all of them', TIME | TAGS | EXTENDED, '@time=t;msgid=1;+x=y :a JOIN #k akun :Nama\r\n'],
    ['one that means nothing here', CAPABILITY.sasl | EXTENDED, ':a JOIN #k akun :Nama\r\n'],
  ])('has the line for a client with %s', (_, capabilities, line) => {
    expect(cast.for(capabilities).toString()).toBe(line);
  });

  it('makes each variant once, whatever else its readers can do', () => {
    expect(cast.for(TIME)).toBe(cast.for(TIME | CAPABILITY.sasl));
    expect(cast.relevant).toBe(TIME | TAGS | EXTENDED);
  });

  it('has nothing for those whom no form fits', () => {
    const tagmsg = received({ tags: [], forms: [{ needs: TAGS, lacks: EXTENDED, line: 'x' }] });
    expect([0, TAGS, TAGS | EXTENDED].map((bits) => tagmsg.for(bits).length)).toEqual([0, 3, 0]);
  });
});
