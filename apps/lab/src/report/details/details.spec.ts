import { describe, expect, it } from '@jest/globals';
import { codeOf } from '@praktikum/protocol';
import { completedDetails, MAX_DETAIL_CHARACTERS, readDetails, writtenDetails } from './details.ts';

/** Each line repeats the one before it ten times. */
function bomb(): string {
  const lines = Array.from({ length: 9 }, (_, at) => {
    const before = at === 0 ? 'x' : `*a${at - 1}`;
    return `k${at}: &a${at} [${Array(10).fill(before).join()}]`;
  });
  return lines.join('\n');
}

describe('laporan.yaml', () => {
  it('says in either language what the title page says', () => {
    const details = { name: 'Siti & "Budi"', class: 'XI', school: 'SMKN 1', date: '2026-11-30' };
    expect(readDetails(writtenDetails(details), 'l')).toEqual(details);
    expect(readDetails('Name: Siti\nclass: 11\nschool: yes\ndate: 2026-11-30', 'l')).toEqual({
      name: 'Siti',
      class: '11',
      school: 'yes',
      date: '2026-11-30',
    });
  });

  it('is completed without losing what else stands there', () => {
    const text = '# saya\nName: ""\nkelas: XI # pagi\n';
    const completed = completedDetails(text, { name: 'Siti: "S"', date: '2026-11-30' });
    expect(readDetails(completed, 'l')).toEqual({
      name: 'Siti: "S"',
      class: 'XI',
      date: '2026-11-30',
    });
    expect(completed).toMatch(/^# saya\nName: /);
    expect(completed).toContain('kelas: XI # pagi');
    expect(readDetails(completedDetails('', { name: 'Siti' }), 'l')).toEqual({ name: 'Siti' });
  });

  it.each([[''], ['nama:'], ['nama: ""'], ['# nama: x']])(
    'lacks what is not filled in: %j',
    (text) => {
      expect(readDetails(text, 'l')).toEqual({});
    },
  );

  it.each([
    ['more than a line is for', `nama: ${'x'.repeat(MAX_DETAIL_CHARACTERS + 1)}`],
    ['a list', 'nama: [a, b]'],
    ['what repeats itself without end', bomb()],
    ['text alone', 'Siti'],
  ])('refuses %s', (_what, text) => {
    let code: unknown;
    try {
      readDetails(text, 'l');
    } catch (error) {
      code = codeOf(error);
    }
    expect(code).toBe('ERR_DETAILS');
  });
});
