import { describe, expect, it } from '@jest/globals';
import { wrapRemedy, wrapText } from './wrap-text.ts';

describe('wrapText', () => {
  it.each([
    ['breaks between words', 'satu dua tiga empat.', 10, '', ['satu dua', 'tiga', 'empat.']],
    ['indents below its mark', 'satu dua tiga.', 12, '  - ', ['  - satu dua', '    tiga.']],
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

describe('wrapRemedy', () => {
  it.each([
    [
      'gives a command that does not fit a line of its own, whole',
      'Bandingkan: openssl s_client -connect localhost:443',
      24,
      ['  - Bandingkan:', '    openssl s_client -connect localhost:443'],
    ],
    [
      'leaves a command that fits beside its sentence',
      'Tunggu lebih lama: --timeout 30s',
      40,
      ['  - Tunggu lebih lama: --timeout 30s'],
    ],
    [
      'breaks a sentence behind a colon',
      'Ingat: tidak ada server.',
      20,
      ['  - Ingat: tidak ada', '    server.'],
    ],
  ])('%s', (_name, text, width, lines) => {
    expect(wrapRemedy(text, width, '  - ').split('\n')).toEqual(lines);
  });
});
