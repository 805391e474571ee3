import { describe, expect, it } from '@jest/globals';
import type { StoredMessage } from '../store/stored-message.ts';
import { exportLines } from './export-lines.ts';

const message = (command: string, text: string): StoredMessage => ({
  ...{ conversation: '#kelas', msgid: 'm1', time: Date.UTC(2026, 11, 1, 2, 30, 12, 345) },
  ...{ source: 'ani!~ani@host', command, params: ['#kelas', text], tags: {} },
});

const written = (format: 'text' | 'csv', ...messages: StoredMessage[]) =>
  [...exportLines(messages, format)].map(({ line }) => line).join('');

describe('exportLines', () => {
  it.each([
    ['PRIVMSG', 'halo', '<ani> halo'],
    ['NOTICE', 'awas', '-ani- awas'],
    ['PRIVMSG', '\x01ACTION melambai\x01', '* ani melambai'],
    ['TOPIC', 'Bab 1', '--- ani TOPIC Bab 1'],
    ['PRIVMSG', 'layar \x1b[2J bersih', '<ani> layar \\x1b[2J bersih'],
  ])('writes a %s as a line of text: %j', (command, text, line) => {
    expect(written('text', message(command, text))).toMatch(/^\d{4}-\d\d-\d\d \d\d:\d\d:\d\d /);
    expect(written('text', message(command, text)).slice(20)).toBe(`${line}\n`);
  });

  it('writes CSV for spreadsheets, with the names of the columns and no formulas', () => {
    expect(written('csv', message('PRIVMSG', '=1+1, "hai"'))).toBe(
      'time,nick,account,command,text,msgid\r\n' +
        `2026-12-01T02:30:12.345Z,ani,,PRIVMSG,"'=1+1, ""hai""",m1\r\n`,
    );
  });
});
