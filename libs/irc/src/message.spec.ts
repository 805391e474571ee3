import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { formatMessage, parseMessage } from './message.ts';

/** Any UTF-16, halves of pairs and control characters among it. */
const anything = fc
  .array(fc.oneof(fc.nat({ max: 0xffff }), fc.constantFrom(0, 10, 13, 32, 44, 58, 59, 64, 92)))
  .map((units) => String.fromCharCode(...units));
const text = anything.map((value) => value.replace(/[\0\r\n]/g, ''));
const word = text.map((value) => value.replace(/ /g, ''));
const middle = word.filter((value) => value !== '' && !value.startsWith(':'));
const command = fc.oneof(fc.stringMatching(/^[A-Z]{1,12}$/), fc.stringMatching(/^[0-9]{3}$/));
const tagKey = fc.stringMatching(/^\+?([a-z.]{1,8}\/)?[A-Za-z0-9-]{1,8}$/);
const tagValue = anything.map((value) => value.replaceAll('\0', ''));

describe('parseMessage', () => {
  it.each([
    ['PING', undefined, 'PING', []],
    ['ping 1234', undefined, 'PING', ['1234']],
    ['PRIVMSG #kelas :Halo semua', undefined, 'PRIVMSG', ['#kelas', 'Halo semua']],
    ['PRIVMSG #kelas Halo', undefined, 'PRIVMSG', ['#kelas', 'Halo']],
    ['PRIVMSG #kelas ::-)', undefined, 'PRIVMSG', ['#kelas', ':-)']],
    ['PRIVMSG #kelas :', undefined, 'PRIVMSG', ['#kelas', '']],
    ['PRIVMSG #kelas :  a :b  ', undefined, 'PRIVMSG', ['#kelas', '  a :b  ']],
    ['MODE #kelas +b a:b', undefined, 'MODE', ['#kelas', '+b', 'a:b']],
    ['CAP REQ :sasl message-tags', undefined, 'CAP', ['REQ', 'sasl message-tags']],
    [':ani!a@lab QUIT', 'ani!a@lab', 'QUIT', []],
    [
      ':irc.example.org 001 ani :Selamat datang',
      'irc.example.org',
      '001',
      ['ani', 'Selamat datang'],
    ],
    [':irc.example.org CAP * LS :', 'irc.example.org', 'CAP', ['*', 'LS', '']],
    ['  :lab   NOTICE   a    b  ', 'lab', 'NOTICE', ['a', 'b']],
    [': PING', undefined, 'PING', []],
    ['USER a 0 * :😀 é', undefined, 'USER', ['a', '0', '*', '😀 é']],
    ['JOIN #a\t#b', undefined, 'JOIN', ['#a\t#b']],
    // Letters whose capitals are ASCII make no command of ours.
    ['pıng', undefined, 'PıNG', []],
    ['ſet', undefined, 'ſET', []],
    [' @a=b PING', undefined, '@A=B', ['PING']],
  ])('reads %j', (line, source, name, params) => {
    const message = parseMessage(line);
    expect(message).toEqual({ tags: new Map(), ...(source && { source }), command: name, params });
  });

  it.each([
    ['@id=7 PING', [['id', '7']], undefined],
    ['@id=7   :ani   PING', [['id', '7']], 'ani'],
    ['@a;b=;c=\\s :ani PING', [['a', ''], ['b', ''], ['c', ' ']], 'ani'], // prettier-ignore
    ['@ PING', [], undefined],
  ])('reads the tags of %j', (line, tags, source) => {
    expect(parseMessage(line)).toMatchObject({ command: 'PING', tags: new Map(tags as never) });
    expect(parseMessage(line)?.source).toBe(source);
  });

  it.each([
    [''],
    ['   '],
    [':'],
    [':ani'],
    [':ani  '],
    ['@id=7'],
    ['@id=7 '],
    ['@id=7 :ani'],
    ['@'],
  ])('finds no command in %j', (line) => {
    expect(parseMessage(line)).toBeUndefined();
  });

  it('reads as many parameters as there are', () => {
    const params = Array.from({ length: 250 }, (_, index) => `${index}`);
    expect(parseMessage(`A ${params.join(' ')}`)?.params).toEqual(params);
  });

  it('takes any text', () => {
    fc.assert(
      fc.property(anything, (line) => {
        const message = parseMessage(line);
        expect(message?.command).not.toBe('');
      }),
    );
  });
});

describe('formatMessage', () => {
  it.each([
    [{ command: 'PING' }, 'PING'],
    [{ command: 'PING', params: ['1234'] }, 'PING 1234'],
    [{ command: 'PRIVMSG', params: ['#a', 'Halo semua'] }, 'PRIVMSG #a :Halo semua'],
    [{ command: 'PRIVMSG', params: ['#a', ''] }, 'PRIVMSG #a :'],
    [{ command: 'PRIVMSG', params: ['#a', ':-)'] }, 'PRIVMSG #a ::-)'],
    [{ command: 'MODE', params: ['#a', 'x:y', 'a:b'] }, 'MODE #a x:y a:b'],
    [{ command: 'PRIVMSG', params: ['#a', 'hai'], isText: true }, 'PRIVMSG #a :hai'],
    [{ command: 'QUIT', isText: true }, 'QUIT'],
    [{ command: '001', source: 'lab', params: ['ani', 'Hai'] }, ':lab 001 ani Hai'],
    [{ command: 'TAGMSG', tags: [], params: ['#a'] }, 'TAGMSG #a'],
    [
      { command: 'TAGMSG', tags: [['+typing', 'active'], ['bot', '']], params: ['#a'] }, // prettier-ignore
      '@+typing=active;bot TAGMSG #a',
    ],
    [{ command: 'PING', tags: [['a', '\r\nQUIT ;\\']] }, '@a=\\r\\nQUIT\\s\\:\\\\ PING'],
  ])('writes %j', (message, line) => {
    expect(formatMessage(message as Parameters<typeof formatMessage>[0])).toBe(line);
  });

  it.each([
    ['a second line in the last parameter', { command: 'A', params: ['x\r\nQUIT'] }],
    ['LF alone', { command: 'A', params: ['x\nQUIT'] }],
    ['CR alone', { command: 'A', params: ['x\rQUIT', 'y'] }],
    ['NUL', { command: 'A', params: ['x\0'] }],
    ['a second line in the source', { source: 'ani\nQUIT', command: 'A' }],
    ['a second line in the command', { command: 'A\nQUIT' }],
    ['a command with parameters in it', { command: 'QUIT :x' }],
    ['no command', { command: '' }],
    ['a command that is read as a source', { command: ':A' }],
    ['a number of two digits', { command: '42' }],
    ['a source that is a message', { source: 'ani QUIT', command: 'A' }],
    ['an empty source', { source: '', command: 'A' }],
    ['a middle parameter that is empty', { command: 'A', params: ['', 'x'] }],
    ['a middle parameter with a colon', { command: 'A', params: [':x', 'y'] }],
    ['a middle parameter with a space', { command: 'A', params: ['x y', 'z'] }],
  ])('refuses %s', (_name, message) => {
    expect(() => formatMessage(message)).toThrow(
      expect.objectContaining({ code: 'ERR_IRC_PARAM' }),
    );
  });

  it('writes what parseMessage reads as the same message', () => {
    const message = fc.record(
      {
        tags: fc.uniqueArray(fc.tuple(tagKey, tagValue), { selector: ([key]) => key }),
        source: word.filter((value) => value !== ''),
        command,
        params: fc.tuple(fc.array(middle), text).map(([words, last]) => [...words, last]),
      },
      { requiredKeys: ['command'] },
    );
    fc.assert(
      fc.property(message, ({ tags = [], params = [], ...rest }) => {
        const line = formatMessage({ ...rest, tags, params });
        expect(parseMessage(line)).toEqual({ ...rest, tags: new Map(tags), params });
      }),
    );
  });

  it('gives one line or none, whatever goes in', () => {
    const message = fc.record(
      {
        tags: fc.array(fc.tuple(fc.oneof(tagKey, anything), anything)),
        source: anything,
        command: fc.oneof(command, anything),
        params: fc.array(anything),
      },
      { requiredKeys: ['command'] },
    );
    fc.assert(
      fc.property(message, (values) => {
        expect(lineOrCode(values)).toMatch(/^[^\0\r\n]+$/u);
      }),
      { numRuns: 1000 },
    );
  });

  it('can write all that a peer makes us read, but for what is no command', () => {
    fc.assert(
      fc.property(fc.array(fc.tuple(word, word)), fc.array(middle), text, (tags, words, last) => {
        const pairs = tags.map(([key, value]) => `${key}=${value}`).join(';');
        const message = parseMessage(`@${pairs} A ${words.join(' ')} :${last}`)!;
        expect(parseMessage(formatMessage(message))).toEqual(message);
      }),
    );
  });
});

function lineOrCode(message: Parameters<typeof formatMessage>[0]): string {
  try {
    return formatMessage(message);
  } catch (error) {
    return (error as { code: string }).code;
  }
}
