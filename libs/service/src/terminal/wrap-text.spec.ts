import { describe, expect, it } from '@jest/globals';
import { wrapText } from './wrap-text.ts';

describe('wrapText', () => {
  it.each([
    ['breaks between words', 'satu dua tiga empat.', 10, '', ['satu dua', 'tiga', 'empat.']],
    ['indents below its mark', 'satu dua tiga.', 12, '  - ', ['  - satu dua', '    tiga.']],
    [
      'gives a command that does not fit a line of its own, whole',
      'Periksa lebih jauh: node praktikum client doctor localhost 1',
      24,
      '  - ',
      ['  - Periksa lebih jauh:', '    node praktikum client doctor localhost 1'],
    ],
    [
      'leaves a command that fits beside its sentence',
      'Beri waktu lebih: --timeout 30s',
      40,
      '  - ',
      ['  - Beri waktu lebih: --timeout 30s'],
    ],
    [
      'breaks a sentence behind a colon',
      'Gagal: tidak ada server.',
      12,
      '',
      ['Gagal: tidak', 'ada server.'],
    ],
    ['breaks no word', 'certificates/server.pem ada', 8, '', ['certificates/server.pem', 'ada']],
    ['breaks nothing where the width is not known', 'satu dua', Infinity, '', ['satu dua']],
    [
      'leaves a text of several lines alone',
      'tcp.prt == 1\n^^^^^^^',
      6,
      '',
      ['tcp.prt == 1', '^^^^^^^'],
    ],
  ])('%s', (_name, text, width, mark, lines) => {
    expect(wrapText(text, width, mark).split('\n')).toEqual(lines);
  });
});
